package dev.seaway.service;

import dev.seaway.core.http.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, in no time. */
final class HandWaits implements Sleeper {

  final List<Duration> slept = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-05T10:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration wait) {
    slept.add(wait);
    now = now.plus(wait);
  }

  @Override
  public double jitter() {
    return 0.5;
  }
}
