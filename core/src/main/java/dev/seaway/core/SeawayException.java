package dev.seaway.core;

import org.jspecify.annotations.Nullable;

/**
 * The root of the engine's own failures. The message says what, where, which value, and what to do.
 */
public class SeawayException extends RuntimeException {

  /** Who can put it right. */
  public enum Category {
    /** The user: configuration, mapping or credentials. */
    USER,
    /** A system on the other side of the network. */
    EXTERNAL,
    /** The project's developers. */
    INTERNAL
  }

  private final Category category;

  public SeawayException(Category category, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.category = category;
  }

  public SeawayException(Category category, String message) {
    this(category, message, null);
  }

  /** Who can put it right. */
  public final Category category() {
    return category;
  }
}
