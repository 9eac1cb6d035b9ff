package dev.seaway.core.resync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;

/**
 * Work under way, taken back in the order in which it was begun. Bounded in number and in bytes.
 * Not thread-safe.
 */
final class PendingTasks<T> {

  private record Task<T>(Future<T> result, long bytes) {}

  private final int most;
  private final long mostBytes;
  private final Deque<Task<T>> tasks = new ArrayDeque<>();
  private long bytes;

  /**
   * @param most tasks at a time
   * @param mostBytes of all tasks; a single one may be larger
   */
  PendingTasks(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  void add(Future<T> result, long weight) {
    tasks.add(new Task<>(result, weight));
    bytes += weight;
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  /** True while there is more than there should be. */
  boolean isOverfull() {
    return tasks.size() > most || (tasks.size() > 1 && bytes > mostBytes);
  }

  /** Waits for the oldest; throws what it has thrown. */
  T take() {
    Task<T> oldest = tasks.remove();
    bytes -= oldest.bytes();
    return Workers.await(oldest.result());
  }

  void cancel() {
    tasks.forEach(task -> task.result().cancel(true));
    tasks.clear();
    bytes = 0;
  }
}
