package dev.seaway.distribution;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Nobody asks the program to end. */
final class NeverStop implements Stop {

  @Override
  public void await() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  @Override
  public void allow(Duration patience) {}
}
