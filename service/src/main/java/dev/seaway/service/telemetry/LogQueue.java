package dev.seaway.service.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Log lines on their way to the catalog. What comes while it is full is dropped: a log must hold
 * nothing up. Thread-safe.
 */
public final class LogQueue {

  private static final int LENGTH = 2000;

  private final BlockingQueue<LogLine> lines = new ArrayBlockingQueue<>(LENGTH);
  private final AtomicBoolean open = new AtomicBoolean(true);

  /** Returns at once: false where the line is dropped. */
  public boolean offer(LogLine line) {
    return open.get() && lines.offer(line);
  }

  List<LogLine> take(int most) {
    List<LogLine> taken = new ArrayList<>();
    lines.drainTo(taken, most);
    return taken;
  }

  /** Takes nothing any more. */
  void close() {
    open.set(false);
    lines.clear();
  }
}
