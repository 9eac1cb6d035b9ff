package dev.seaway.core.http;

import java.time.Duration;
import java.time.Instant;

/** Time and chance as the pipeline sees them, so that tests need neither. Thread-safe. */
public interface Sleeper {

  /** The present. */
  Instant now();

  /**
   * Blocks the calling thread. On an interrupt it restores the flag and throws {@link ApiException}
   * with {@link ApiException.Reason#INTERRUPTED}.
   */
  void sleep(Duration wait);

  /** A random number from 0 (inclusive) to 1 (exclusive). */
  double jitter();

  /** The system's clock, real sleep, real chance. */
  static Sleeper real() {
    return new SystemSleeper();
  }
}
