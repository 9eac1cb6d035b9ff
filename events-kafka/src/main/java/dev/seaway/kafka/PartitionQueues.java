package dev.seaway.kafka;

import dev.seaway.service.events.EventQueue.QueuedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The queues of this process's partitions, in the order in which it is their turn. Thread-safe. */
final class PartitionQueues {

  /** A clock of a test may stand still; a look at it now and then costs nothing. */
  private static final long LONGEST_WAIT_MILLIS = 200;

  private final InstantSource clock;
  private final Map<Integer, PartitionQueue> partitionQueues = new LinkedHashMap<>();
  private boolean closed;

  PartitionQueues(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Optional<QueuedEvent> take() throws InterruptedException {
    while (!closed) {
      Optional<QueuedEvent> taken = next(clock.instant());
      if (taken.isPresent()) {
        return taken;
      }
      wait(LONGEST_WAIT_MILLIS);
    }
    return Optional.empty();
  }

  private Optional<QueuedEvent> next(Instant now) {
    for (Map.Entry<Integer, PartitionQueue> each : List.copyOf(partitionQueues.entrySet())) {
      Optional<QueuedEvent> taken = each.getValue().take(now);
      if (taken.isPresent()) {
        partitionQueues.remove(each.getKey());
        partitionQueues.put(each.getKey(), each.getValue());
        return taken;
      }
    }
    return Optional.empty();
  }

  void settle(QueuedEvent taken) {
    RecordPosition place = RecordPosition.of(taken);
    with(place.partition(), partitionQueue -> partitionQueue.settle(place.offset()));
  }

  void later(QueuedEvent taken, Instant due) {
    RecordPosition place = RecordPosition.of(taken);
    with(place.partition(), partitionQueue -> partitionQueue.later(place.offset(), due));
  }

  void received(Iterable<ConsumerRecord<String, String>> records) {
    for (ConsumerRecord<String, String> each : records) {
      with(each.partition(), partitionQueue -> partitionQueue.received(each));
    }
  }

  /** Whether a partition begins anew: what was read of it before is not in it any more. */
  synchronized boolean beginAnew(Iterable<ConsumerRecord<String, String>> records) {
    for (ConsumerRecord<String, String> each : records) {
      PartitionQueue partitionQueue = partitionQueues.get(each.partition());
      if (partitionQueue != null && partitionQueue.hasRead(each.offset())) {
        return true;
      }
    }
    return false;
  }

  void committed(int partition, long offset) {
    with(partition, partitionQueue -> partitionQueue.committed(offset));
  }

  private synchronized void with(int partition, Consumer<PartitionQueue> action) {
    Optional.ofNullable(partitionQueues.get(partition)).ifPresent(action);
    notifyAll();
  }

  synchronized void add(int partition, long first) {
    partitionQueues.put(partition, new PartitionQueue(partition, first));
  }

  synchronized boolean has(int partition) {
    return partitionQueues.containsKey(partition);
  }

  /** The queues as they are; one that is lost and comes back is another. */
  synchronized Map<Integer, PartitionQueue> now() {
    return Map.copyOf(partitionQueues);
  }

  /** How many events have been read and not yet applied. */
  synchronized long size() {
    return partitionQueues.values().stream().mapToLong(PartitionQueue::size).sum();
  }

  synchronized boolean isFilled(int partition) {
    Instant now = clock.instant();
    return Optional.ofNullable(partitionQueues.get(partition))
        .filter(partitionQueue -> partitionQueue.isFilled(now))
        .isPresent();
  }

  synchronized boolean isStirring() {
    Instant now = clock.instant();
    return partitionQueues.values().stream()
        .anyMatch(partitionQueue -> partitionQueue.isStirring(now));
  }

  /** Partition to where the group is to go on, where Kafka does not know it yet. */
  synchronized Map<Integer, Long> uncommitted() {
    Map<Integer, Long> offsets = new LinkedHashMap<>();
    partitionQueues.forEach(
        (partition, partitionQueue) ->
            partitionQueue.uncommitted().ifPresent(offset -> offsets.put(partition, offset)));
    return offsets;
  }

  /** Takes nothing more from them, and waits until what is in progress there has ended. */
  synchronized void close(Collection<TopicPartition> partitions, Duration patience) {
    Set<PartitionQueue> closing =
        partitions.stream()
            .map(each -> partitionQueues.get(each.partition()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    closing.forEach(PartitionQueue::close);
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (closing.stream().anyMatch(PartitionQueue::isBusy) && System.nanoTime() - end < 0) {
        wait(LONGEST_WAIT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void remove(Collection<TopicPartition> partitions) {
    partitions.forEach(each -> partitionQueues.remove(each.partition()));
  }

  synchronized void removeAll() {
    partitionQueues.clear();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
