package dev.seaway.distribution;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A stop that a test asks for. */
final class HandStop implements Stop {

  private final CountDownLatch asked = new CountDownLatch(1);

  /** One that was asked for already. */
  static HandStop asked() {
    HandStop stop = new HandStop();
    stop.ask();
    return stop;
  }

  void ask() {
    asked.countDown();
  }

  @Override
  public void await() throws InterruptedException {
    asked.await();
  }

  @Override
  public void allow(Duration patience) {}
}
