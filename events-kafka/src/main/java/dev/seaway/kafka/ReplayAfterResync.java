package dev.seaway.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.Replay;
import dev.seaway.service.events.QueueException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has events applied once more that other processes have applied while a run was under way here.
 * Those of partitions that belonged to this process all the time need it not: it kept them and the
 * run apart.
 */
final class ReplayAfterResync {

  private static final Logger log = LoggerFactory.getLogger(ReplayAfterResync.class);

  private final Cluster cluster;
  private final Topics topics;
  private final PartitionQueues partitionQueues;
  private final EventProducer writing;

  ReplayAfterResync(
      Cluster cluster, Topics topics, PartitionQueues partitionQueues, EventProducer writing) {
    this.cluster = cluster;
    this.topics = topics;
    this.partitionQueues = partitionQueues;
    this.writing = writing;
  }

  Replay begin() {
    Map<Integer, PartitionQueue> own = partitionQueues.now();
    Map<TopicPartition, Long> from = orNone(this::unapplied);
    return () -> {
      Map<TopicPartition, Long> foreign = new HashMap<>(from);
      Map<Integer, PartitionQueue> still = partitionQueues.now();
      foreign.keySet().removeIf(each -> isOwn(own, still, each.partition()));
      return foreign.isEmpty() ? 0 : again(foreign);
    };
  }

  @SuppressWarnings("ReferenceEquality") // a queue that was lost and came back is another
  private static boolean isOwn(
      Map<Integer, PartitionQueue> own, Map<Integer, PartitionQueue> still, int partition) {
    PartitionQueue partitionQueue = own.get(partition);
    return partitionQueue != null && partitionQueue == still.get(partition);
  }

  /** Partition to the first event that may not have been applied yet. */
  private Map<TopicPartition, Long> unapplied() {
    topics.make();
    try (Consumer<String, String> reader = reader()) {
      return unapplied(
          reader,
          reader.partitionsFor(topics.live()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .collect(Collectors.toSet()));
    }
  }

  /** It asks for what the group has noted, and is no member of it. */
  private Consumer<String, String> reader() {
    return cluster.member(topics.live(), "earliest");
  }

  private Map<TopicPartition, Long> unapplied(
      Consumer<String, String> reader, Set<TopicPartition> partitions) {
    Map<TopicPartition, Long> first = new HashMap<>(reader.beginningOffsets(partitions));
    reader
        .committed(partitions)
        .forEach(
            (partition, noted) -> {
              if (noted != null && EventConsumer.isOf(noted, topics.id())) {
                first.merge(partition, noted.offset(), Math::max);
              }
            });
    return first;
  }

  private int again(Map<TopicPartition, Long> from) {
    AtomicInteger written = new AtomicInteger();
    try {
      again(from, written);
    } catch (SeawayException | KafkaException e) {
      log.error(
          "Live events that other processes applied during this run were not all applied once more"
              + " after it. Where one of them met an older page, its change shows at the next"
              + " event or resync: {}",
          KafkaFailures.sentence(e, cluster.access()));
    }
    if (written.get() > 0) {
      log.info(
          "{} live events that came during the run are applied once more, as other processes"
              + " may have applied them before it wrote an older page",
          written);
    }
    return written.get();
  }

  private void again(Map<TopicPartition, Long> from, AtomicInteger written) {
    EventCopies copies = new EventCopies(event -> write(event, written));
    try (Consumer<String, String> reader = reader()) {
      PossiblyApplied begun = new PossiblyApplied(unapplied(reader, from.keySet()));
      Map<TopicPartition, Long> ends = reader.endOffsets(from.keySet());
      reader.assign(from.keySet());
      from.forEach(reader::seek);
      TopicReader.toTheEnd(
          reader,
          ends,
          each -> {
            if (begun.mayHold(each) && !EventRecords.isRecalled(each)) {
              copies.add(EventRecords.event(each));
            }
          });
    } finally {
      // What was read is written even where the rest cannot be read.
      copies.flush();
    }
  }

  /** A mark makes the copy a little larger than the event was. */
  private void write(NewEvent event, AtomicInteger written) {
    try {
      writing.write(EventRecords.recalled(topics.live(), event));
      written.incrementAndGet();
    } catch (QueueException e) {
      if (!KafkaFailures.concernsOneRecord(e)) {
        throw e;
      }
      log.error(
          "A live event of {} cannot be applied once more after the run; its change shows at the"
              + " next event or resync: {}",
          event.subject(),
          e.getMessage());
    }
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
          KafkaFailures.sentence(e, cluster.access()));
      return Map.of();
    }
  }
}
