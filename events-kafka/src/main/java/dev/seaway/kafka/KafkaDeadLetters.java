package dev.seaway.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.config.EventStore;
import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.DeadLetters;
import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.QueueException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The events that could not be applied, in a topic of their own. What is done here may be done
 * while other processes apply events.
 */
final class KafkaDeadLetters implements DeadLetters {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Cluster cluster;
  private final Topics topics;
  private final InstantSource clock;
  private final EventProducer writing;

  KafkaDeadLetters(Cluster cluster, Topics topics, InstantSource clock) {
    this.cluster = cluster;
    this.topics = topics;
    this.clock = clock;
    this.writing = new EventProducer(cluster);
  }

  /** Those of this integration. Connects when it is asked. */
  static KafkaDeadLetters of(EventStore.Kafka store, Integration integration) {
    Cluster cluster = Cluster.of(store);
    return new KafkaDeadLetters(
        cluster,
        new Topics(cluster, KafkaQueue.topic(store, integration), store.partitions()),
        InstantSource.system());
  }

  @Override
  public List<DeadLetter> list() {
    topics.make();
    try (Consumer<String, String> reader = cluster.reader()) {
      return List.copyOf(read(reader).values());
    } catch (KafkaException e) {
      throw new SeawayException(
          KafkaFailures.category(e),
          "The dead letters cannot be read: " + KafkaFailures.sentence(e, cluster.access()) + ".",
          e);
    }
  }

  private Map<Long, DeadLetter> read(Consumer<String, String> reader) {
    List<TopicPartition> partitions =
        reader.partitionsFor(topics.dead()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    reader.assign(partitions);
    reader.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
    Map<Long, DeadLetter> letters = new TreeMap<>();
    TopicReader.toTheEnd(reader, ends, each -> read(each, letters));
    return letters;
  }

  /** What was written by others has no number, and is no dead letter. */
  private static void read(ConsumerRecord<String, String> each, Map<Long, DeadLetter> letters) {
    String key = each.key();
    if (key != null && NUMBER.matcher(key).matches()) {
      long number = Long.parseLong(key);
      if (each.value() == null) {
        letters.remove(number);
      } else {
        letters.put(number, EventRecords.deadLetter(number, each));
      }
    }
  }

  void bury(DeadLetter letter) {
    topics.make();
    try {
      writing.write(EventRecords.dead(topics.dead(), letter));
    } catch (QueueException e) {
      if (topics.isMadeAfter(e)) {
        writing.write(EventRecords.dead(topics.dead(), letter));
        return;
      }
      if (!KafkaFailures.concernsOneRecord(e)) {
        throw e;
      }
      writing.write(EventRecords.deadInShort(topics.dead(), letter));
    }
  }

  @Override
  public int replay(Collection<Long> numbers) {
    List<DeadLetter> found = find(numbers);
    for (DeadLetter letter : found) {
      writing.write(EventRecords.replayed(topics.live(), anew(letter.event())));
      forget(letter);
    }
    return found.size();
  }

  /** It has the patience of a new event: its outage may last still. */
  private NewEvent anew(NewEvent event) {
    return new NewEvent(event.key(), event.subject(), event.payload(), clock.instant());
  }

  @Override
  public int drop(Collection<Long> numbers) {
    List<DeadLetter> found = find(numbers);
    found.forEach(this::forget);
    return found.size();
  }

  private List<DeadLetter> find(Collection<Long> numbers) {
    List<DeadLetter> found = new ArrayList<>(list());
    found.removeIf(letter -> !numbers.contains(letter.number()));
    return found;
  }

  private void forget(DeadLetter letter) {
    writing.write(new ProducerRecord<>(topics.dead(), Long.toString(letter.number()), null));
  }

  @Override
  public void close() {
    writing.close();
  }
}
