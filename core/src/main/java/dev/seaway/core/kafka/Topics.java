package dev.seaway.core.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics of live events, made where they do not exist. Thread-safe. */
final class Topics {

  private static final Logger log = LoggerFactory.getLogger(Topics.class);

  private static final Duration FOR_ANOTHER = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final String live;
  private final int partitions;
  private final ReentrantLock making = new ReentrantLock();
  private volatile boolean exist;
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
      make(admin, new NewTopic(live, Optional.of(partitions), Optional.empty()));
      // Compacted: what is settled vanishes, all else stays for ever.
      make(
          admin,
          new NewTopic(dead(), Optional.of(1), Optional.empty())
              .configs(
                  Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
      exist = true;
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException | KafkaException e) {
      throw new SeawayException(
          Failures.category(e),
          "The topics %s and %s cannot be looked up or made: %s."
              .formatted(live, dead(), Failures.sentence(e, cluster.access())),
          e);
    }
  }

  private static SeawayException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SeawayException(Category.EXTERNAL, "The wait for Kafka was interrupted.", e);
  }

  private static void make(Admin admin, NewTopic topic)
      throws InterruptedException, ExecutionException {
    if (exists(admin, topic.name())) {
      return;
    }
    try {
      admin.createTopics(List.of(topic)).all().get();
      log.info("The topic {} was made", topic.name());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static boolean exists(Admin admin, String topic)
      throws InterruptedException, ExecutionException {
    try {
      admin.describeTopics(List.of(topic)).allTopicNames().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }
}
