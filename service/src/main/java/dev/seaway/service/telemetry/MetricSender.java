package dev.seaway.service.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.core.SeawayException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends documents one after another, on a thread of its own. What comes while too many wait is
 * dropped, and what is not taken is not sent again. Thread-safe.
 */
final class MetricSender {

  private static final Logger log = LoggerFactory.getLogger(MetricSender.class);
  private static final int LENGTH = 256;

  private record Shipment(Method method, String rest, JsonNode document) {}

  /** An empty one is the last. */
  private final BlockingQueue<Optional<Shipment>> waiting = new ArrayBlockingQueue<>(LENGTH);

  private final Ingest ingest;
  private final Thread sending;
  private boolean failing;

  MetricSender(Ingest ingest) {
    this.ingest = ingest;
    this.sending = Thread.ofVirtual().name("shipments").start(this::send);
  }

  /** Returns at once: false where it is dropped. */
  boolean offer(Method method, String rest, JsonNode document) {
    return ingest.isKnown() && waiting.offer(Optional.of(new Shipment(method, rest, document)));
  }

  private void send() {
    try {
      Optional<Shipment> next = waiting.take();
      while (next.isPresent()) {
        send(next.get());
        next = waiting.take();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Shipment shipment) {
    try {
      ingest.send(shipment.method(), shipment.rest(), shipment.document());
      failing = false;
    } catch (SeawayException e) {
      if (!failing && !sending.isInterrupted()) {
        log.warn(
            "The catalog does not take the metrics of runs, so they are missing there: {}",
            e.getMessage());
      }
      failing = true;
    }
  }

  /** Sends what waits, for so long at most. */
  void close(Duration patience) {
    try {
      if (!waiting.offer(Optional.empty()) || !sending.join(patience)) {
        sending.interrupt();
      }
    } catch (InterruptedException e) {
      sending.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
