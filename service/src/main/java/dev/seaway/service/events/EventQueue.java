package dev.seaway.service.events;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps events until they are applied: at least once each, those of one subject in the order in
 * which they were kept. Thread-safe.
 */
public interface EventQueue extends AutoCloseable {

  /** What became of an event that was to be kept. */
  enum Receipt {
    /** It outlives this process from now on. */
    KEPT,
    /** It is known by its key, and was kept before. */
    KNOWN
  }

  /**
   * An event to be kept.
   *
   * @param key by which a second delivery is known; empty: each counts
   * @param subject events of one subject are taken one after the other
   * @param payload what is to be done, in the sender's own form
   */
  record NewEvent(Optional<String> key, String subject, String payload, Instant received) {}

  /**
   * An event that is being applied.
   *
   * @param number its place in the queue
   * @param attempt counted from 1 since this process began
   */
  record QueuedEvent(long number, NewEvent event, int attempt) {}

  /** What others may apply while a run of this process is under way. */
  interface Replay {

    /** For a queue of one process: what it applies, and its runs, know each other. */
    Replay NONE = () -> 0;

    /**
     * The run has ended: has the events that others have applied since it began applied once more,
     * as a page that is older than they are may have been written after them. Returns how many.
     */
    int again();
  }

  /**
   * Returns when the event is durable.
   *
   * @throws QueueException if it is not; then it must not be acknowledged
   */
  Receipt put(NewEvent event);

  /**
   * Waits for an event whose subject has none in progress. Empty once the queue is closed. What was
   * taken must be handed back by {@link #done}, {@link #retryAt} or {@link #deadLetter}.
   */
  Optional<QueuedEvent> take() throws InterruptedException;

  /** It was applied. */
  void done(QueuedEvent taken);

  /**
   * It is taken again, not before that time. Its subject waits for it. Changes nothing where it is
   * out of the way already.
   */
  void retryAt(QueuedEvent taken, Instant due);

  /** It cannot be applied: it becomes a dead letter, and its subject goes on. */
  void deadLetter(QueuedEvent taken, String reason);

  /** How many events wait or are being applied, as far as this process knows. */
  long waiting();

  /** Why no event would be kept or applied now, as far as is known. */
  Optional<String> obstacle();

  /**
   * A run begins that other processes know nothing of, so that their events and its pages may meet.
   */
  Replay recall();

  /** Nothing is taken any more; what waits is kept. */
  @Override
  void close();
}
