package dev.seaway.core.http;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread at a time do what waits for a server. An interrupt ends the wait of the others,
 * which no interrupt does where a monitor is held. Reentrant, thread-safe.
 */
public final class InterruptibleLock {

  private final ReentrantLock lock = new ReentrantLock();
  private final String waitedFor;

  /**
   * @param waitedFor for people: what the threads wait for that are not let in yet
   */
  public InterruptibleLock(String waitedFor) {
    this.waitedFor = waitedFor;
  }

  /**
   * Does the work on the calling thread, once no other thread does any.
   *
   * @throws ApiException {@link ApiException.Reason#INTERRUPTED} if it was interrupted before
   */
  public <T> T call(Supplier<T> work) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(
          ApiException.Reason.INTERRUPTED, "Interrupted while waiting for " + waitedFor, e);
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
