package dev.seaway.core.resync;

import dev.seaway.core.read.PagePosition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds out which pages are finished: those of which all entities were written, in the order in
 * which they were gathered. Not thread-safe.
 */
final class FinishedPages {

  private record Open(PagePosition place, long end) {}

  private final Consumer<PagePosition> finished;
  private final Deque<Open> open = new ArrayDeque<>();
  private long gathered;
  private long written;
  private boolean closed;

  /**
   * @param finished told the place of each finished page
   */
  FinishedPages(Consumer<PagePosition> finished) {
    this.finished = finished;
  }

  /** All entities of a page were gathered. */
  void gathered(Optional<PagePosition> place, int entities) {
    gathered += entities;
    place.ifPresent(where -> open.add(new Open(where, gathered)));
    settle();
  }

  /** So many of the gathered entities were written, oldest first. */
  void written(int entities) {
    written += entities;
    settle();
  }

  private void settle() {
    while (!closed && !open.isEmpty() && open.element().end() <= written) {
      finished.accept(open.remove().place());
    }
  }

  /** No further page can be finished. */
  void close() {
    closed = true;
    open.clear();
  }
}
