package dev.seaway.distribution;

import dev.seaway.core.http.Sleeper;
import java.time.Duration;
import java.time.Instant;

/** Waits that pass at once, by a clock that goes with them. */
final class NoWaits implements Sleeper {

  private Duration passed = Duration.ZERO;

  @Override
  public synchronized Instant instant() {
    return Instant.now().plus(passed);
  }

  @Override
  public synchronized void sleep(Duration duration) {
    passed = passed.plus(duration);
  }

  @Override
  public double jitter() {
    return 0.5;
  }
}
