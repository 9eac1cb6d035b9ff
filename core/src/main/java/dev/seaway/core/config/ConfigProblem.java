package dev.seaway.core.config;

/**
 * One fault or warning about what the user configured.
 *
 * @param key as the user wrote it, for example {@code OCEAN__INTEGRATION__CONFIG__PAGINATION_TYPE}
 * @param message continues the sentence that the key begins
 */
public record ConfigProblem(String key, String message, Severity severity) {

  /** Whether the program can go on. */
  public enum Severity {
    /** The program goes on; the user should know. */
    WARNING,
    /** The program does not start. */
    ERROR
  }

  /** The whole sentence: key and message. */
  public String line() {
    return key + " " + message;
  }
}
