package dev.seaway.core.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, in no time. */
final class FakeWaits implements Sleeper {

  static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  final List<Duration> slept = new ArrayList<>();
  private Instant now = START;
  private double jitter = 0.5;

  FakeWaits withJitter(double value) {
    jitter = value;
    return this;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

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
    return jitter;
  }
}
