package dev.seaway.core.kafka;

import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Taken;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The events of one partition, of which one is in progress at a time. Not thread-safe. */
final class Lane {

  /** How far back an event that was delivered twice is known by its key. */
  static final int KEYS = 1000;

  /**
   * How many events are begun at most before Kafka has noted the first of them as applied: a run
   * elsewhere relies on it, which knows of what was applied here by Kafka's note alone.
   */
  static final int AHEAD = 10;

  /** An event; empty: one that is passed over. */
  private record Waiting(long offset, Optional<Posted> event) {}

  private final int partition;
  private final long first;
  private final KnownKeys known = new KnownKeys(KEYS);
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deque<Long> unnoted = new ArrayDeque<>();
  private long next;
  private long committed;
  private boolean busy;
  private boolean closing;
  private int attempts;
  private Instant due = Instant.MIN;

  /**
   * @param first the offset of the first event to be applied; what lies before tells its key only
   */
  Lane(int partition, long first) {
    this.partition = partition;
    this.first = first;
    this.next = first;
    this.committed = first;
  }

  void received(ConsumerRecord<String, String> read) {
    Posted event = EventRecords.event(read);
    boolean repeated = event.key().filter(key -> !known.add(key)).isPresent();
    if (read.offset() >= first) {
      boolean passedOver = repeated && !EventRecords.isReplayed(read);
      waiting.add(new Waiting(read.offset(), passedOver ? Optional.empty() : Optional.of(event)));
      passOver();
    }
  }

  private void passOver() {
    while (!waiting.isEmpty() && waiting.element().event().isEmpty()) {
      removeFirst();
    }
  }

  private void removeFirst() {
    long offset = waiting.remove().offset();
    unnoted.add(offset);
    next = offset + 1;
  }

  Optional<Taken> take(Instant now) {
    boolean ready = !waiting.isEmpty() && unnoted.size() < AHEAD && !due.isAfter(now);
    if (busy || closing || !ready) {
      return Optional.empty();
    }
    busy = true;
    attempts++;
    Waiting head = waiting.element();
    long number = new Place(partition, head.offset()).number();
    return head.event().map(event -> new Taken(number, event, attempts));
  }

  /** It is out of the way. What was taken from an earlier lane of this partition is not. */
  void settle(long offset) {
    if (isInProgress(offset)) {
      removeFirst();
      busy = false;
      attempts = 0;
      due = Instant.MIN;
      passOver();
    }
  }

  void later(long offset, Instant time) {
    if (isInProgress(offset)) {
      busy = false;
      due = time;
    }
  }

  private boolean isInProgress(long offset) {
    return busy && waiting.element().offset() == offset;
  }

  /** Nothing is taken from it any more. */
  void close() {
    closing = true;
  }

  boolean isBusy() {
    return busy;
  }

  int size() {
    return waiting.size();
  }

  boolean isFilled() {
    return !waiting.isEmpty();
  }

  /** Whether something may soon be known that Kafka is to be told, or that is to be asked of it. */
  boolean isStirring(Instant now) {
    return busy || next > committed || (!waiting.isEmpty() && !due.isAfter(now));
  }

  /** Where the group's next member is to go on, where Kafka does not know it yet. */
  OptionalLong uncommitted() {
    return next > committed ? OptionalLong.of(next) : OptionalLong.empty();
  }

  void committed(long offset) {
    committed = offset;
    while (!unnoted.isEmpty() && unnoted.element() < offset) {
      unnoted.remove();
    }
  }
}
