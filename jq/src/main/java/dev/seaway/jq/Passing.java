package dev.seaway.jq;

/** An error of what comes after a {@code try}, on its way through it. */
final class Passing extends RuntimeException {

  private final Guard through;
  private final JqError error;

  Passing(Guard through, JqError error) {
    super(null, null, false, false);
    this.through = through;
    this.error = error;
  }

  Guard through() {
    return through;
  }

  JqError error() {
    return error;
  }
}
