package dev.seaway.core.http;

import java.time.Duration;
import java.time.InstantSource;

/** The clock, pauses and chance, so that tests need none of them. Thread-safe. */
public interface Sleeper extends InstantSource {

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
