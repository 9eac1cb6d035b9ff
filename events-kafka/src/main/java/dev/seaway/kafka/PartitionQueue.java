package dev.seaway.kafka;

import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The events of one partition, of which one is in progress at a time. One that is tried again later
 * holds up those of its own subject; the others go on, as far as {@link #AHEAD} allows. Not
 * thread-safe.
 */
final class PartitionQueue {

  /** How far back an event that was delivered twice is known by its key. */
  static final int KEYS = 1000;

  /**
   * How many events are begun at most before Kafka has noted the first of them as applied: a run
   * elsewhere relies on it, which knows of what was applied here by Kafka's note alone.
   */
  static final int AHEAD = 100;

  private static final int MOST_CHARACTERS = 1 << 20;

  /** An event of which Kafka has not noted that it is out of the way. */
  private static final class Unnoted {
    private @Nullable NewEvent event;
    private int attempts;
    private Instant due = Instant.MIN;

    /**
     * @param event null: one that is out of the way
     */
    Unnoted(@Nullable NewEvent event) {
      this.event = event;
    }

    int characters() {
      return event == null ? 0 : event.payload().length();
    }
  }

  private final int partition;
  private final long first;
  private final KnownKeys known = new KnownKeys(KEYS);
  private final NavigableMap<Long, Unnoted> unnoted = new TreeMap<>();
  private long read = -1;
  private long committed;
  private OptionalLong busy = OptionalLong.empty();
  private boolean closing;

  /**
   * @param first the offset of the first event to be applied; what lies before tells its key only
   */
  PartitionQueue(int partition, long first) {
    this.partition = partition;
    this.first = first;
    this.committed = first;
  }

  /** Whether that event, or one behind it, was received before. */
  boolean hasRead(long offset) {
    return offset <= read;
  }

  void received(ConsumerRecord<String, String> event) {
    read = event.offset();
    NewEvent posted = EventRecords.event(event);
    boolean repeated = posted.key().filter(key -> !known.add(key)).isPresent();
    if (event.offset() >= first) {
      boolean passedOver = repeated && !EventRecords.isReplayed(event);
      unnoted.put(event.offset(), new Unnoted(passedOver ? null : posted));
    }
  }

  Optional<QueuedEvent> take(Instant now) {
    Optional<Long> ready = busy.isPresent() || closing ? Optional.empty() : ready(now);
    ready.ifPresent(offset -> busy = OptionalLong.of(offset));
    return ready.map(this::taken);
  }

  private @Nullable QueuedEvent taken(long offset) {
    Unnoted next = unnoted.get(offset);
    return next == null || next.event == null
        ? null
        : new QueuedEvent(
            new RecordPosition(partition, offset).number(), next.event, ++next.attempts);
  }

  /** The first event that no earlier one of its subject holds up. */
  private Optional<Long> ready(Instant now) {
    Set<String> held = new HashSet<>();
    int behind = 0;
    for (Map.Entry<Long, Unnoted> each : unnoted.entrySet()) {
      NewEvent event = each.getValue().event;
      if (++behind > AHEAD) {
        return Optional.empty();
      }
      boolean due = !each.getValue().due.isAfter(now);
      if (event != null && due && !held.contains(event.subject())) {
        return Optional.of(each.getKey());
      }
      if (event != null) {
        held.add(event.subject());
      }
    }
    return Optional.empty();
  }

  /** It is out of the way. What was taken from an earlier queue of this partition is not. */
  void settle(long offset) {
    inProgress(offset).ifPresent(event -> event.event = null);
  }

  void later(long offset, Instant time) {
    inProgress(offset).ifPresent(event -> event.due = time);
  }

  private Optional<Unnoted> inProgress(long offset) {
    if (!busy.equals(OptionalLong.of(offset))) {
      return Optional.empty();
    }
    busy = OptionalLong.empty();
    return Optional.ofNullable(unnoted.get(offset));
  }

  /** Nothing is taken from it any more. */
  void close() {
    closing = true;
  }

  boolean isBusy() {
    return busy.isPresent();
  }

  long size() {
    return unnoted.values().stream().filter(each -> each.event != null).count();
  }

  /** Whether there is enough to do, or too much to take more. */
  boolean isFilled(Instant now) {
    return ready(now).isPresent()
        || unnoted.size() >= AHEAD
        || unnoted.values().stream().mapToInt(Unnoted::characters).sum() >= MOST_CHARACTERS;
  }

  /** Whether something may soon be known that Kafka is to be told, or that is to be asked of it. */
  boolean isStirring(Instant now) {
    return isBusy() || uncommitted().isPresent() || ready(now).isPresent();
  }

  /** Where the group's next member is to go on, where Kafka does not know it yet. */
  OptionalLong uncommitted() {
    long next =
        unnoted.entrySet().stream()
            .filter(each -> each.getValue().event != null)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> unnoted.isEmpty() ? committed : unnoted.lastKey() + 1);
    return next > committed ? OptionalLong.of(next) : OptionalLong.empty();
  }

  void committed(long offset) {
    committed = offset;
    unnoted.headMap(offset).clear();
  }
}
