package dev.seaway.mapping;

/**
 * One fault in a mapping document.
 *
 * @param path where it is: {@code resources[0].port.entity.mappings.title}; empty for the whole
 *     document
 * @param message what is wrong, with the value and what is accepted
 */
public record MappingProblem(String path, String message, Severity severity) {

  /** Whether the document can be used all the same. */
  public enum Severity {
    /** The document cannot be used. */
    ERROR,
    /**
     * The document can be used without that field of an entity: it is not sent, and what the
     * mapping makes is incomplete.
     */
    HELD_BACK,
    /** The document can be used, but something in it has no effect. */
    WARNING
  }

  @Override
  public String toString() {
    return severity + " " + (path.isEmpty() ? "the mapping" : path) + ": " + message;
  }
}
