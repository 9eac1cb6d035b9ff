package dev.seaway.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.service.events.QueueException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics of live events, made where they do not exist, and made again where somebody deletes
 * them. Thread-safe.
 */
final class Topics {

  private static final Logger log = LoggerFactory.getLogger(Topics.class);

  private static final Duration FOR_ANOTHER = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final String live;
  private final int partitions;
  private final Map<String, NewTopic> known = new ConcurrentHashMap<>();
  private final AtomicLong made = new AtomicLong();
  private final ReentrantLock making = new ReentrantLock();
  private volatile boolean exist;
  private volatile Uuid id = Uuid.ZERO_UUID;
  private volatile Optional<SeawayException> failure = Optional.empty();

  Topics(Cluster cluster, String live, int partitions) {
    this.cluster = cluster;
    this.live = live;
    this.partitions = partitions;
  }

  String live() {
    return live;
  }

  String dead() {
    return live + ".dead";
  }

  /** The topic of live events as it was when it was last asked for: one made anew is another. */
  Uuid id() {
    return id;
  }

  /** Makes what is missing; asks Kafka once. Waits for whoever does so already. */
  void make() {
    if (exist) {
      return;
    }
    making.lock();
    try {
      makeAlone();
    } finally {
      making.unlock();
    }
  }

  /** The same, whatever is known. */
  void makeAnew() {
    exist = false;
    make();
  }

  /**
   * The same, but where somebody has done so for a while already, it fails as that failed last: a
   * sender need not stand in a queue for a Kafka that is away.
   */
  void makeSoon() {
    if (exist) {
      return;
    }
    if (!begun()) {
      throw failure
          .map(
              last -> new SeawayException(last.category(), String.valueOf(last.getMessage()), last))
          .orElseGet(() -> new SeawayException(Category.EXTERNAL, "Kafka has not answered yet."));
    }
    try {
      makeAlone();
    } finally {
      making.unlock();
    }
  }

  /**
   * After a write that failed: whether that was for a topic that was not there, and now is.
   *
   * @throws SeawayException if it cannot be made
   */
  boolean isMadeAfter(QueueException failed) {
    if (!KafkaFailures.mayMissATopic(failed)) {
      return false;
    }
    boolean missing = KafkaFailures.missesATopic(failed);
    long before = made.get();
    exist = false;
    try {
      makeSoon();
    } catch (SeawayException e) {
      if (missing) {
        throw e;
      }
      log.debug("Nothing more is known of the topics: {}", e.getMessage());
    }
    return missing || made.get() > before;
  }

  private boolean begun() {
    try {
      return making.tryLock(FOR_ANOTHER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void makeAlone() {
    try {
      ask();
    } catch (SeawayException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  private void ask() {
    if (exist) {
      return;
    }
    try (Admin admin = cluster.admin()) {
      Uuid found = make(admin, new NewTopic(live, Optional.of(partitions), Optional.empty()));
      // Compacted: what is settled vanishes, all else stays for ever.
      make(
          admin,
          new NewTopic(dead(), Optional.of(1), Optional.empty())
              .configs(
                  Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
      id = found;
      exist = true;
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException | KafkaException e) {
      throw new SeawayException(
          KafkaFailures.category(e),
          "The topics %s and %s cannot be looked up or made: %s."
              .formatted(live, dead(), KafkaFailures.sentence(e, cluster.access())),
          e);
    }
  }

  private static SeawayException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SeawayException(Category.EXTERNAL, "The wait for Kafka was interrupted.", e);
  }

  private Uuid make(Admin admin, NewTopic first) throws InterruptedException, ExecutionException {
    String name = first.name();
    Optional<TopicDescription> found = find(admin, name);
    if (found.isPresent()) {
      known.put(name, TopicSettings.of(admin, found.get()));
      return found.get().topicId();
    }
    try {
      CreateTopicsResult result = admin.createTopics(List.of(known.getOrDefault(name, first)));
      result.all().get();
      made.incrementAndGet();
      told(name);
      return result.topicId(name).get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
      return find(admin, name).map(TopicDescription::topicId).orElse(Uuid.ZERO_UUID);
    }
  }

  private void told(String name) {
    if (known.containsKey(name)) {
      log.error(
          "The topic {} was deleted in Kafka while it was in use. It was made again, with the"
              + " settings it had; what was in it is lost. A resync makes up for live events",
          name);
    } else {
      log.info("The topic {} was made", name);
    }
  }

  private static Optional<TopicDescription> find(Admin admin, String topic)
      throws InterruptedException, ExecutionException {
    try {
      return Optional.ofNullable(
          admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
