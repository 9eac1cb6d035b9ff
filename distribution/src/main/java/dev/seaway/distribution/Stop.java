package dev.seaway.distribution;

import java.time.Duration;

/** Tells that the program is asked to end. */
interface Stop {

  /** Blocks until the program is asked to end. */
  void await() throws InterruptedException;

  /** Sets how long the program may take to end when it is asked to. */
  void allow(Duration patience);
}
