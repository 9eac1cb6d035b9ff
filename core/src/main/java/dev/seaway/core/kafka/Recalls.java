package dev.seaway.core.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.core.events.EventQueue.Posted;
import dev.seaway.core.events.EventQueue.Recall;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has events applied once more that other processes have applied while a run was under way here.
 * Those of partitions that belonged to this process all the time need it not: it kept them and the
 * run apart.
 */
final class Recalls {

  private static final Logger log = LoggerFactory.getLogger(Recalls.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  /** What is to be done, whatever the delivery. */
  private record Same(String subject, String payload) {}

  private final Cluster cluster;
  private final Topics topics;
  private final Lanes lanes;
  private final Writing writing;

  Recalls(Cluster cluster, Topics topics, Lanes lanes, Writing writing) {
    this.cluster = cluster;
    this.topics = topics;
    this.lanes = lanes;
    this.writing = writing;
  }

  Recall begin() {
    Map<Integer, Lane> own = lanes.now();
    Map<TopicPartition, Long> from = orNone(this::unapplied);
    return () -> {
      Map<TopicPartition, Long> foreign = new HashMap<>(from);
      Map<Integer, Lane> still = lanes.now();
      foreign.keySet().removeIf(each -> isOwn(own, still, each.partition()));
      Map<Same, Posted> events = orNone(() -> since(foreign));
      return orNone(() -> again(events)).size();
    };
  }

  @SuppressWarnings("ReferenceEquality") // a lane that was lost and came back is another
  private static boolean isOwn(Map<Integer, Lane> own, Map<Integer, Lane> still, int partition) {
    Lane lane = own.get(partition);
    return lane != null && lane == still.get(partition);
  }

  /** Partition to the first event that may not have been applied yet. */
  private Map<TopicPartition, Long> unapplied() {
    topics.make();
    try (Consumer<String, String> reader = cluster.member(topics.live(), "earliest")) {
      Set<TopicPartition> all =
          reader.partitionsFor(topics.live()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .collect(Collectors.toSet());
      Map<TopicPartition, Long> first = new HashMap<>(reader.beginningOffsets(all));
      for (Map.Entry<TopicPartition, OffsetAndMetadata> each : reader.committed(all).entrySet()) {
        if (each.getValue() != null) {
          first.merge(each.getKey(), each.getValue().offset(), Math::max);
        }
      }
      return first;
    }
  }

  /** The latest of those that come to the same, in the order in which each partition has them. */
  private Map<Same, Posted> since(Map<TopicPartition, Long> from) {
    Map<Same, Posted> events = new LinkedHashMap<>();
    if (from.isEmpty()) {
      return events;
    }
    try (Consumer<String, String> reader = cluster.reader()) {
      reader.assign(from.keySet());
      from.forEach(reader::seek);
      Map<TopicPartition, Long> ends = reader.endOffsets(from.keySet());
      while (ends.entrySet().stream()
          .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
        reader.poll(POLL).forEach(each -> read(each, events));
      }
    }
    return events;
  }

  private static void read(ConsumerRecord<String, String> each, Map<Same, Posted> events) {
    if (!EventRecords.isRecalled(each)) {
      Posted event = EventRecords.event(each);
      Same same = new Same(event.subject(), event.payload());
      events.remove(same);
      events.put(same, event);
    }
  }

  private Map<Same, Posted> again(Map<Same, Posted> events) {
    List.copyOf(events.values())
        .forEach(event -> writing.write(EventRecords.recalled(topics.live(), event)));
    if (!events.isEmpty()) {
      log.info(
          "{} live events that came during the run are applied once more, as other processes"
              + " may have applied them before it wrote an older page",
          events.size());
    }
    return events;
  }

  /** A run need not wait for Kafka: the next one sees what this one may have got wrong. */
  private <K, V> Map<K, V> orNone(Supplier<Map<K, V>> asking) {
    try {
      return asking.get();
    } catch (SeawayException | KafkaException e) {
      log.warn(
          "Live events that other processes apply during this run cannot be applied once more"
              + " after it. Where one of them met an older page, its change shows at the next"
              + " event or resync: {}",
          Failures.sentence(e, cluster.access()));
      return Map.of();
    }
  }
}
