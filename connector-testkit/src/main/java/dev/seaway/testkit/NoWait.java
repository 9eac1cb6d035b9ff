package dev.seaway.testkit;

import dev.seaway.core.http.Sleeper;
import java.time.Duration;
import java.time.Instant;

/** Pauses that pass at once: a recording asks for none that matters. */
final class NoWait implements Sleeper {

  private Duration passed = Duration.ZERO;

  @Override
  public synchronized Instant instant() {
    return Instant.now().plus(passed);
  }

  @Override
  public synchronized void sleep(Duration wait) {
    passed = passed.plus(wait);
  }

  @Override
  public double jitter() {
    return 0;
  }
}
