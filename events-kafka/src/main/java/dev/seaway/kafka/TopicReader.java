package dev.seaway.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads the partitions of a reader, each from where it stands to a given end. */
final class TopicReader {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int MOST_POLLS_IN_VAIN = 15;

  /** What is done with a record. */
  interface Visitor {
    void visit(ConsumerRecord<String, String> read);
  }

  private TopicReader() {}

  /**
   * Visits what lies before the ends, and a little of what lies behind.
   *
   * @throws SeawayException if Kafka gives nothing more for a while, though there is more
   */
  static void toTheEnd(
      Consumer<String, String> reader, Map<TopicPartition, Long> ends, Visitor visitor) {
    Map<TopicPartition, Long> left = left(reader, ends);
    int inVain = 0;
    while (!left.isEmpty()) {
      ConsumerRecords<String, String> records = reader.poll(POLL);
      records.forEach(visitor::visit);
      Map<TopicPartition, Long> now = left(reader, ends);
      inVain = records.isEmpty() && now.equals(left) ? inVain + 1 : 0;
      left = now;
      if (inVain == MOST_POLLS_IN_VAIN) {
        throw silent(left, ends);
      }
    }
  }

  /** Partition to position, where the end is not reached yet. */
  private static Map<TopicPartition, Long> left(
      Consumer<String, String> reader, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> left = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          long position = reader.position(partition);
          if (position < end) {
            left.put(partition, position);
          }
        });
    return left;
  }

  private static SeawayException silent(
      Map<TopicPartition, Long> left, Map<TopicPartition, Long> ends) {
    TreeSet<String> missing = new TreeSet<>();
    left.forEach(
        (partition, position) ->
            missing.add("%s from %d to %d".formatted(partition, position, ends.get(partition))));
    return new SeawayException(
        Category.EXTERNAL,
        ("Kafka has given nothing for %d seconds, and this was not read: %s. The partition's leader"
                + " may be away")
            .formatted(
                POLL.multipliedBy(MOST_POLLS_IN_VAIN).toSeconds(), String.join(", ", missing)));
  }
}
