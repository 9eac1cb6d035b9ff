package dev.seaway.store;

import org.jspecify.annotations.Nullable;

/** A database file cannot be opened, read or written; the message is one sentence for people. */
public final class StoreException extends RuntimeException {

  /** What is wrong, for code that goes on in another way. */
  public enum Reason {
    /** Another process has the file, or this one has it open already. */
    IN_USE,
    /** The file is damaged, or none of this version's. */
    UNREADABLE,
    /** The file was removed or replaced while it was open. */
    GONE,
    /** Anything else: a full disk, permissions, a disk that fails. */
    FAILED
  }

  private final Reason reason;

  StoreException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
