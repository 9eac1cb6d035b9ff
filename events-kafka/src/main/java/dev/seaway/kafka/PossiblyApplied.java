package dev.seaway.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Which events somebody may have begun to apply: those that are marked as applied, and behind them
 * as many as a {@link PartitionQueue} takes before the next mark. Wants each partition's records in
 * their order. Not thread-safe.
 */
final class PossiblyApplied {

  private final Map<TopicPartition, Long> applied;
  private final Map<TopicPartition, Integer> behind = new HashMap<>();

  /**
   * @param applied partition to the first event that is not marked as applied
   */
  PossiblyApplied(Map<TopicPartition, Long> applied) {
    this.applied = Map.copyOf(applied);
  }

  boolean mayHold(ConsumerRecord<String, String> read) {
    TopicPartition partition = new TopicPartition(read.topic(), read.partition());
    return read.offset() < applied.getOrDefault(partition, 0L)
        || behind.merge(partition, 1, Integer::sum) <= PartitionQueue.AHEAD;
  }
}
