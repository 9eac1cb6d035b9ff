package dev.seaway.mapping.jq;

/** Ends evaluations up to the place that made the target: {@code break}, or enough outputs. */
final class Leap extends RuntimeException {

  private final transient Object target;

  Leap(Object target) {
    super(null, null, false, false);
    this.target = target;
  }

  Leap() {
    super(null, null, false, false);
    this.target = this;
  }

  Object target() {
    return target;
  }
}
