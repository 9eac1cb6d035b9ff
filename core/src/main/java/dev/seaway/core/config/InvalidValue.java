package dev.seaway.core.config;

/** A value that cannot be accepted, for a reason that says what is accepted. */
final class InvalidValue extends IllegalArgumentException {

  private final String reason;

  InvalidValue(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What to do, without the value: it may be a secret. */
  String reason() {
    return reason;
  }
}
