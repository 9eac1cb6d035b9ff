package dev.seaway.service.listen;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a resync was asked for, once: however many ask while one runs, one more follows.
 * One thread takes, any number ask.
 */
public final class ResyncQueue implements ResyncRequests, AutoCloseable {

  private @Nullable String asked;
  private boolean closed;

  /** The first reason is the one that is kept. */
  @Override
  public synchronized void request(String reason) {
    if (asked == null) {
      asked = reason;
      notifyAll();
    }
  }

  /**
   * Waits for a request and takes it: what is asked from now on is another one.
   *
   * @return why it was asked; empty when the queue is closed
   */
  public synchronized Optional<String> take() throws InterruptedException {
    while (asked == null && !closed) {
      wait();
    }
    Optional<String> taken = closed ? Optional.empty() : Optional.ofNullable(asked);
    asked = null;
    return taken;
  }

  /** Whoever waits is let go; nothing is taken any more. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
