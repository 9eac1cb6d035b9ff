package dev.seaway.distribution;

/** Blocks until the program is asked to end. */
interface Stop {
  void await() throws InterruptedException;
}
