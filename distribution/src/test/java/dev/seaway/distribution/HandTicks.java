package dev.seaway.distribution;

import dev.seaway.service.listen.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Intervals that end when a test says so. */
final class HandTicks implements Scheduler {

  private record Each(Duration interval, Runnable action) {}

  private final List<Each> all = new CopyOnWriteArrayList<>();

  @Override
  public Repetition every(Duration interval, Runnable action) {
    Each each = new Each(interval, action);
    synchronized (this) {
      all.add(each);
      notifyAll();
    }
    return () -> all.remove(each);
  }

  /** Waits until something is repeated at this interval. */
  synchronized void await(Duration interval) throws InterruptedException {
    while (all.stream().noneMatch(each -> each.interval().equals(interval))) {
      wait();
    }
  }

  /** Does what is repeated at this interval, on the calling thread. */
  void tick(Duration interval) {
    all.stream()
        .filter(each -> each.interval().equals(interval))
        .forEach(each -> each.action().run());
  }
}
