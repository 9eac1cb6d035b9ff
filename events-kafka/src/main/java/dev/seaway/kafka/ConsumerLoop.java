package dev.seaway.kafka;

import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.config.KafkaAccess;
import dev.seaway.core.http.Backoff;
import dev.seaway.core.http.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a topic as a member of a group, until it is closed and whatever fails. All that touches
 * the consumer happens on its one thread, a platform thread, because Kafka's client blocks them.
 */
final class ConsumerLoop implements AutoCloseable {

  /** A member of a group, not yet subscribed. */
  record Member(Consumer<String, String> consumer, String topic) {}

  /** What is done with the topic. Called on the loop's thread. */
  interface Work extends ConsumerRebalanceListener {

    /** Gets whatever is needed to connect; may block. */
    Member open();

    /** Called before each poll. */
    void step(Consumer<String, String> consumer);

    void received(Consumer<String, String> consumer, ConsumerRecords<String, String> records);

    /** How long a poll may wait. */
    Duration patience();
  }

  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final Duration PROBE = Duration.ofSeconds(5);
  private static final Duration CLOSE = Duration.ofSeconds(5);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private static final Logger log = LoggerFactory.getLogger(ConsumerLoop.class);

  private final Work work;
  private final KafkaAccess access;
  private final ConnectionHealth reach;
  private final Sleeper waits;
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable Consumer<String, String> current;
  private boolean interruptible;
  private int failures;
  private boolean proved;
  private Instant answered = Instant.MIN;

  private ConsumerLoop(
      String name, Work work, KafkaAccess access, ConnectionHealth reach, Sleeper waits) {
    this.work = work;
    this.access = access;
    this.reach = reach;
    this.waits = waits;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  static ConsumerLoop start(
      String name, Work work, KafkaAccess access, ConnectionHealth reach, Sleeper waits) {
    ConsumerLoop loop = new ConsumerLoop(name, work, access, reach, waits);
    loop.thread.start();
    return loop;
  }

  private void run() {
    while (!closed) {
      try {
        follow();
      } catch (WakeupException e) {
        log.debug("The wait for Kafka was ended", e);
      } catch (SeawayException | KafkaException e) {
        failed(e);
      } catch (RuntimeException e) {
        log.error("A fault of Seaway's own while it follows Kafka", e);
        failed(e);
      }
    }
  }

  private void failed(RuntimeException failure) {
    if (!closed) {
      reach.failed(KafkaFailures.sentence(failure, access));
      failures++;
      rest();
    }
  }

  private void rest() {
    Duration pause = BACKOFF.after(failures, waits.jitter());
    try {
      interruptibly(
          () -> {
            waits.sleep(pause);
            return true;
          });
    } catch (SeawayException e) {
      log.debug("The rest was ended", e);
    }
  }

  private void follow() {
    Member member = interruptibly(work::open);
    Consumer<String, String> consumer = member.consumer();
    current(consumer);
    try {
      require(consumer, member.topic());
      consumer.subscribe(List.of(member.topic()), work);
      proved = false;
      answered = waits.instant();
      while (!closed) {
        work.step(consumer);
        boolean joined = hasJoined(consumer);
        ConsumerRecords<String, String> records = consumer.poll(work.patience());
        // What is not allowed is refused at the latest in the first poll of a member.
        probe(consumer, member.topic(), !records.isEmpty() || (joined && !proved));
        work.received(consumer, records);
      }
    } finally {
      current(null);
      close(consumer);
    }
  }

  private void require(Consumer<String, String> consumer, String topic) {
    if (consumer.partitionsFor(topic).isEmpty()) {
      throw new SeawayException(
          Category.USER,
          "Kafka at %s has no topic %s".formatted(String.join(", ", access.brokers()), topic));
    }
  }

  /** Before it has, a poll that ends tells nothing of what the group and the topic allow. */
  private static boolean hasJoined(Consumer<String, String> consumer) {
    return consumer.groupMetadata().generationId() >= 0;
  }

  /** An empty poll does not tell whether nothing happens or nobody answers. */
  private void probe(Consumer<String, String> consumer, String topic, boolean telling) {
    Instant now = waits.instant();
    if (!telling && now.isBefore(answered.plus(QUIET))) {
      return;
    }
    try {
      if (!telling) {
        consumer.committed(Set.of(new TopicPartition(topic, 0)), PROBE);
      }
      answered = now;
      proved = true;
      failures = 0;
      reach.made();
    } catch (TimeoutException e) {
      reach.failed(KafkaFailures.sentence(e, access));
    }
  }

  private static void close(Consumer<String, String> consumer) {
    try {
      consumer.close(CloseOptions.timeout(CLOSE));
    } catch (KafkaException e) {
      log.info("Kafka was not told of the end: {}", e.getMessage());
    }
  }

  private interface Blocking<T> {
    T call();
  }

  /** What knows no wake-up is ended by an interrupt, which Kafka's client must never see. */
  private <T> T interruptibly(Blocking<T> blocking) {
    interruptible(true);
    try {
      return blocking.call();
    } finally {
      interruptible(false);
    }
  }

  private synchronized void interruptible(boolean now) {
    interruptible = now;
    if (now && closed) {
      thread.interrupt();
    } else if (!now && Thread.interrupted()) {
      log.debug("A wait was interrupted");
    }
  }

  private synchronized void current(@Nullable Consumer<String, String> consumer) {
    current = consumer;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (interruptible) {
        thread.interrupt();
      } else if (current != null) {
        current.wakeup();
      }
    }
    try {
      if (!thread.join(CLOSE.multipliedBy(2))) {
        log.warn("The connection to Kafka did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
