package dev.seaway.jq;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that all evaluations share. Most need next to nothing; those that need much take
 * turns, so that the heap has to hold one of them and not one for each thread.
 *
 * @param free what an evaluation may use without a turn, in bytes
 */
record Room(long free, Semaphore turn) {

  private static final long MOST_FREE = 4L << 20;
  private static final int SHARE_OF_HEAP = 64;

  static Room of(long heapBytes) {
    return new Room(Math.min(MOST_FREE, heapBytes / SHARE_OF_HEAP), new Semaphore(1, true));
  }

  /** Whether it is this evaluation's turn, after some time. */
  boolean waitForTurn(long nanos) {
    try {
      return turn.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OverBudget("it was interrupted");
    }
  }

  void done() {
    turn.release();
  }
}
