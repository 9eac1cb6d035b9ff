package dev.seaway.distribution;

/** How the program ends, for scripts. */
final class ExitCode {

  /** Everything was done. */
  static final int COMPLETE = 0;

  /** It ran, but not everything was read, mapped or written. */
  static final int INCOMPLETE = 1;

  /** It could not start, or failed by a fault of its own; also a command line that is wrong. */
  static final int NOT_STARTED = 2;

  private ExitCode() {}
}
