package dev.seaway.service;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends what is in progress when the program is told to stop: all waiting is ended by an interrupt.
 * Thread-safe.
 */
final class Abort {

  private boolean asked;
  private @Nullable Thread busy;

  synchronized boolean isAsked() {
    return asked;
  }

  /** Ends what is in progress, and whatever would begin later. */
  synchronized void ask() {
    asked = true;
    if (busy != null) {
      busy.interrupt();
    }
  }

  /** Does the work on the calling thread, which is not interrupted any more when this returns. */
  <T> T run(Supplier<T> work) {
    begin();
    try {
      return work.get();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    busy = Thread.currentThread();
    if (asked) {
      busy.interrupt();
    }
  }

  private synchronized void end() {
    busy = null;
    if (asked) {
      Thread.interrupted();
    }
  }
}
