package dev.seaway.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills queues from the partitions that Kafka assigns to this process, and tells it what is done.
 */
final class EventConsumer implements ConsumerLoop.Work {

  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
  private static final Duration WHILE_STIRRING = Duration.ofMillis(50);
  private static final Duration WHILE_QUIET = Duration.ofSeconds(1);
  private static final Duration COMMIT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(2);

  private final Cluster cluster;
  private final Topics topics;
  private final PartitionQueues partitionQueues;
  private @Nullable Consumer<String, String> current;
  private Uuid topic = Uuid.ZERO_UUID;
  private boolean assigned;
  private volatile boolean abandoned;
  private volatile long unread;

  EventConsumer(Cluster cluster, Topics topics, PartitionQueues partitionQueues) {
    this.cluster = cluster;
    this.topics = topics;
    this.partitionQueues = partitionQueues;
  }

  @Override
  public ConsumerLoop.Member open() {
    topics.makeAnew();
    topic = topics.id();
    assigned = false;
    partitionQueues.removeAll();
    Consumer<String, String> consumer = cluster.member(topics.live(), "earliest");
    current = consumer;
    return new ConsumerLoop.Member(consumer, topics.live());
  }

  @Override
  public void step(Consumer<String, String> consumer) {
    requireTheTopic(consumer);
    begin(consumer);
    commit(consumer);
    Map<Boolean, Set<TopicPartition>> byFilled =
        consumer.assignment().stream()
            .collect(
                Collectors.partitioningBy(
                    each -> partitionQueues.isFilled(each.partition()), Collectors.toSet()));
    consumer.pause(byFilled.getOrDefault(true, Set.of()));
    consumer.resume(byFilled.getOrDefault(false, Set.of()));
  }

  /** A member whose topic is deleted hears of nothing more: it only loses what it was assigned. */
  private void requireTheTopic(Consumer<String, String> consumer) {
    if (!topics.id().equals(topic)) {
      throw madeAnew();
    }
    assigned |= !consumer.assignment().isEmpty();
    if (assigned
        && consumer.assignment().isEmpty()
        && consumer.partitionsFor(topics.live()).isEmpty()) {
      throw new SeawayException(
          Category.EXTERNAL, "The topic %s is not in Kafka any more".formatted(topics.live()));
    }
  }

  private SeawayException madeAnew() {
    return new SeawayException(
        Category.EXTERNAL, "The topic %s was made anew in Kafka".formatted(topics.live()));
  }

  /** Reads a little of what was applied as well: the keys by which a second delivery is known. */
  private void begin(Consumer<String, String> consumer) {
    Set<TopicPartition> fresh =
        consumer.assignment().stream()
            .filter(each -> !partitionQueues.has(each.partition()))
            .collect(Collectors.toSet());
    if (fresh.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(fresh);
    Map<TopicPartition, Long> ends = consumer.endOffsets(fresh);
    consumer
        .beginningOffsets(fresh)
        .forEach(
            (partition, oldest) -> {
              OptionalLong done =
                  Stream.ofNullable(committed.get(partition))
                      .filter(noted -> isOf(noted, topic))
                      .mapToLong(OffsetAndMetadata::offset)
                      .findAny();
              PartitionStart beginning =
                  PartitionStart.of(done, oldest, ends.getOrDefault(partition, oldest));
              beginning.loss().ifPresent(loss -> log.error("{}: {}", partition, loss));
              consumer.seek(partition, Math.max(oldest, beginning.first() - PartitionQueue.KEYS));
              partitionQueues.add(partition.partition(), beginning.first());
            });
  }

  /** A note that tells of no topic was made by hand, or by an earlier version. */
  static boolean isOf(OffsetAndMetadata noted, Uuid topic) {
    return noted.metadata().isEmpty() || noted.metadata().equals(topic.toString());
  }

  /** How many events of these partitions have not been read yet. */
  long unread() {
    return unread;
  }

  @Override
  public void received(Consumer<String, String> consumer, ConsumerRecords<String, String> records) {
    if (partitionQueues.beginAnew(records)) {
      throw madeAnew();
    }
    partitionQueues.received(records);
    unread =
        consumer.assignment().stream().mapToLong(each -> consumer.currentLag(each).orElse(0)).sum();
  }

  @Override
  public Duration patience() {
    return partitionQueues.isStirring() ? WHILE_STIRRING : WHILE_QUIET;
  }

  private void commit(Consumer<String, String> consumer) {
    Map<Integer, Long> done = partitionQueues.uncommitted();
    if (abandoned || done.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    done.forEach(
        (partition, offset) ->
            offsets.put(
                new TopicPartition(topics.live(), partition),
                new OffsetAndMetadata(offset, topic.toString())));
    try {
      consumer.commitSync(offsets, COMMIT);
      done.forEach(partitionQueues::committed);
    } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
      log.info("Kafka has not noted yet what was applied: {}", e.getMessage());
    }
  }

  /** Nothing is read of them until it is known where to begin. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (current != null) {
      current.pause(partitions);
    }
    partitionQueues.remove(partitions);
  }

  /** The next owner begins behind what was applied here, and not before that has ended. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (!abandoned && current != null) {
      partitionQueues.close(
          partitions, partitionQueues.isClosed() ? PATIENCE_AT_THE_END : PATIENCE);
      commitAtLast(current);
    }
    partitionQueues.remove(partitions);
  }

  /** A wake-up that came too late for the last poll may hit the commit. */
  private void commitAtLast(Consumer<String, String> consumer) {
    try {
      commit(consumer);
    } catch (WakeupException e) {
      commit(consumer);
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    partitionQueues.remove(partitions);
  }

  void abandon() {
    abandoned = true;
  }
}
