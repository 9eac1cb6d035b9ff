package dev.seaway.kafka;

import dev.seaway.core.http.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Time that passes by hand. A sleep takes none. */
final class HandWaits implements Sleeper {

  static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  final BlockingQueue<Duration> slept = new LinkedBlockingQueue<>();
  private volatile Instant now = START;

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration wait) {
    slept.add(wait);
  }

  @Override
  public double jitter() {
    return 0.5;
  }
}
