package dev.seaway.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.config.EventStore;
import dev.seaway.core.http.Sleeper;
import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.EventQueue;
import dev.seaway.service.events.QueueException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps events in a topic of Kafka, which any number of processes share: each partition belongs to
 * one of them at a time. An event that is tried again holds up its whole partition, and one that
 * was delivered twice is known when it is its turn: {@link #put} takes it.
 */
final class KafkaQueue implements EventQueue {

  private static final Logger log = LoggerFactory.getLogger(KafkaQueue.class);
  private static final Duration PAUSE_AFTER_FAILED_BURIAL = Duration.ofMinutes(1);
  private static final int LONGEST_REASON = 2000;

  /** What no topic may have in its name. */
  private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._-]");

  private final Topics topics;
  private final EventProducer writing;
  private final KafkaDeadLetters dead;
  private final PartitionQueues partitionQueues;
  private final EventConsumer partitions;
  private final ReplayAfterResync recalls;
  private final Sleeper waits;
  private final ConnectionHealth reading = new ConnectionHealth("The reading of live events");
  private final ProducerHealth acceptance;
  private final ConsumerLoop loop;

  private KafkaQueue(Cluster cluster, Topics topics, Sleeper waits) {
    this.topics = topics;
    this.waits = waits;
    this.writing = new EventProducer(cluster);
    this.dead = new KafkaDeadLetters(cluster, topics, waits);
    this.partitionQueues = new PartitionQueues(waits);
    this.recalls = new ReplayAfterResync(cluster, topics, partitionQueues, writing);
    this.partitions = new EventConsumer(cluster, topics, partitionQueues);
    this.acceptance = new ProducerHealth(waits);
    this.loop = ConsumerLoop.start("kafka-events", partitions, cluster.access(), reading, waits);
  }

  /** Begins to connect, and returns. What fails is tried again, and shows as the obstacle. */
  static KafkaQueue open(EventStore.Kafka store, Integration integration, Sleeper waits) {
    return open(Cluster.of(store), topic(store, integration), store.partitions(), waits);
  }

  /** A run of a process that applies no events itself, beside others that do. */
  static <T> T beside(EventStore.Kafka store, Integration integration, Supplier<T> run) {
    Cluster cluster = Cluster.of(store);
    Topics topics = new Topics(cluster, topic(store, integration), store.partitions());
    try (EventProducer writing = new EventProducer(cluster)) {
      Replay recall =
          new ReplayAfterResync(
                  cluster, topics, new PartitionQueues(InstantSource.system()), writing)
              .begin();
      try {
        return run.get();
      } finally {
        recall.again();
      }
    }
  }

  static KafkaQueue open(Cluster cluster, String topic, int partitions, Sleeper waits) {
    return new KafkaQueue(cluster, new Topics(cluster, topic, partitions), waits);
  }

  static String topic(EventStore.Kafka store, Integration integration) {
    return store
        .topic()
        .orElseGet(
            () ->
                FOREIGN
                    .matcher(
                        "seaway.%s.%s.events"
                            .formatted(integration.type(), integration.identifier()))
                    .replaceAll("-"));
  }

  @Override
  public long waiting() {
    return partitionQueues.size() + partitions.unread();
  }

  @Override
  public Replay recall() {
    return recalls.begin();
  }

  @Override
  public Optional<String> obstacle() {
    return reading.obstacle().or(acceptance::obstacle);
  }

  @Override
  public Receipt put(NewEvent event) {
    try {
      topics.makeSoon();
      write(event);
      acceptance.made();
      return Receipt.KEPT;
    } catch (QueueException e) {
      throw failed(e);
    } catch (SeawayException e) {
      throw failed(new QueueException(e.category(), String.valueOf(e.getMessage()), e));
    }
  }

  /** Somebody may have deleted the topic. */
  private void write(NewEvent event) {
    try {
      writing.write(EventRecords.live(topics.live(), event));
    } catch (QueueException e) {
      if (!topics.isMadeAfter(e)) {
        throw e;
      }
      writing.write(EventRecords.live(topics.live(), event));
    }
  }

  private QueueException failed(QueueException failure) {
    if (!KafkaFailures.concernsOneRecord(failure)) {
      acceptance.failed(KafkaFailures.shortened(failure));
    }
    return failure;
  }

  @Override
  public Optional<QueuedEvent> take() throws InterruptedException {
    return partitionQueues.take();
  }

  @Override
  public void done(QueuedEvent taken) {
    partitionQueues.settle(taken);
  }

  @Override
  public void retryAt(QueuedEvent taken, Instant due) {
    partitionQueues.later(taken, due);
  }

  /** Where Kafka does not take the dead letter, the event stays, and its partition waits. */
  @Override
  public void deadLetter(QueuedEvent taken, String reason) {
    String kept =
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "..." : reason;
    try {
      dead.bury(new DeadLetter(taken.number(), taken.event(), waits.instant(), kept));
      partitionQueues.settle(taken);
    } catch (SeawayException e) {
      log.error(
          "The event {} of {} could not be made a dead letter, and is tried again: {}",
          taken.number(),
          taken.event().subject(),
          e.getMessage());
      partitionQueues.later(taken, waits.instant().plus(PAUSE_AFTER_FAILED_BURIAL));
    }
  }

  /** What is in progress gets a moment, so that it is not applied once more elsewhere. */
  @Override
  public void close() {
    partitionQueues.close();
    loop.close();
    dead.close();
    writing.close();
  }

  /** Ends as a process that is killed: Kafka is told nothing of what was applied. */
  void abandon() {
    partitions.abandon();
    close();
  }
}
