package dev.seaway.core.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Waits that really pass. */
final class SystemSleeper implements Sleeper {

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public void sleep(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(ApiException.Reason.INTERRUPTED, "Interrupted in a pause", e);
    }
  }

  @Override
  public double jitter() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
