package dev.seaway.service.listen;

import java.time.Duration;

/** Does something again and again, so that tests can let time pass by hand. */
public interface Scheduler {

  /** An action that is repeated until it is closed. */
  interface Repetition extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Repeats an action on a thread of its own, the first time after one interval. The next interval
   * begins when the action has ended.
   */
  Repetition every(Duration interval, Runnable action);

  /** By the system's clock. */
  static Scheduler real() {
    return new SystemScheduler();
  }
}
