package dev.seaway.service.listen;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Intervals that really pass, each action on a virtual thread. */
final class SystemScheduler implements Scheduler {

  private static final Logger log = LoggerFactory.getLogger(SystemScheduler.class);

  @Override
  public Repetition every(Duration interval, Runnable action) {
    Thread thread = Thread.ofVirtual().name("ticks").start(() -> repeat(interval, action));
    return thread::interrupt;
  }

  private static void repeat(Duration interval, Runnable action) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(interval);
        act(action);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** One failure must not end what is to go on for months. */
  private static void act(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      log.error("A regular task failed, and is tried again at its next turn", e);
    }
  }
}
