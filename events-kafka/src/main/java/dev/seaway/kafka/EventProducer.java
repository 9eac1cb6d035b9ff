package dev.seaway.kafka;

import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.config.KafkaAccess;
import dev.seaway.service.events.QueueException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Writes records and waits for their acknowledgement. A producer that cannot recover is replaced.
 * Thread-safe.
 */
final class EventProducer implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final KafkaAccess access;
  private final Supplier<Producer<String, String>> clients;
  private final Duration longestWrite;
  private final AtomicReference<@Nullable Producer<String, String>> producer =
      new AtomicReference<>();
  private boolean closed;

  EventProducer(Cluster cluster) {
    this(cluster.access(), cluster::producer, Cluster.LONGEST_WRITE);
  }

  /**
   * @param longestWrite after which a client that says nothing of a record is given up
   */
  EventProducer(
      KafkaAccess access, Supplier<Producer<String, String>> clients, Duration longestWrite) {
    this.access = access;
    this.clients = clients;
    this.longestWrite = longestWrite;
  }

  /**
   * Returns when all replicas in sync have it.
   *
   * @throws QueueException if that is not known
   */
  void write(ProducerRecord<String, String> written) {
    Producer<String, String> open = open();
    try {
      open.send(written).get(longestWrite.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptException | InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueueException(Category.EXTERNAL, "The wait for Kafka was interrupted.", e);
    } catch (ExecutionException | KafkaException e) {
      giveUp(open, e);
      throw failure(e);
    } catch (TimeoutException e) {
      giveUp(open, e);
      throw silent(e);
    }
  }

  /** The client breaks its word: by then it has an acknowledgement, or gives up by itself. */
  private QueueException silent(TimeoutException cause) {
    return new QueueException(
        Category.EXTERNAL,
        "Kafka at %s has neither kept nor refused an event for %d seconds. The event counts as not kept."
            .formatted(String.join(", ", access.brokers()), longestWrite.toSeconds()),
        cause);
  }

  private QueueException failure(Exception cause) {
    return new QueueException(
        KafkaFailures.category(cause),
        KafkaFailures.sentence(cause, access) + ". The event is not kept.",
        cause);
  }

  private synchronized Producer<String, String> open() {
    if (closed) {
      throw new QueueException(Category.EXTERNAL, "The queue of events is closed.", null);
    }
    Producer<String, String> open = producer.get();
    if (open == null) {
      open = connected();
      producer.set(open);
    }
    return open;
  }

  private Producer<String, String> connected() {
    try {
      return clients.get();
    } catch (KafkaException e) {
      throw failure(e);
    }
  }

  private void giveUp(Producer<String, String> failed, Exception cause) {
    if (!KafkaFailures.isPassing(cause)) {
      producer.compareAndSet(failed, null);
      failed.close(Duration.ZERO);
    }
  }

  @Override
  public void close() {
    Producer<String, String> last;
    synchronized (this) {
      closed = true;
      last = producer.getAndSet(null);
    }
    if (last != null) {
      last.close(CLOSE);
    }
  }
}
