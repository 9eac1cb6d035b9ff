package dev.seaway.service.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.core.catalog.Integration;
import dev.seaway.service.listen.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Tells the catalog about the service, at the addresses that it names for that. A catalog that
 * names none is told nothing.
 */
public final class TelemetryExporter implements AutoCloseable {

  private static final Duration BETWEEN_LOGS = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Ingest metrics;
  private final Ingest logs;
  private final Integration integration;
  private final LogQueue queue;
  private final LogExporter shipper;
  private final MetricSender shipments;
  private final Scheduler ticks;
  private final InstantSource clock;
  private final Scheduler.Repetition repeated;

  /**
   * @param catalog the catalog's own address
   * @param clients makes the client of an origin, which sends the catalog's token
   */
  public TelemetryExporter(
      URI catalog,
      Function<URI, ApiClient> clients,
      Integration integration,
      LogQueue queue,
      Scheduler ticks,
      InstantSource clock) {
    Map<URI, ApiClient> known = new ConcurrentHashMap<>();
    Function<URI, ApiClient> shared = origin -> known.computeIfAbsent(origin, clients);
    this.metrics = new Ingest(catalog, "metricAttributes", shared);
    this.logs = new Ingest(catalog, "logAttributes", shared);
    this.integration = integration;
    this.queue = queue;
    this.shipper = new LogExporter(queue, logs, integration.identifier());
    this.shipments = new MetricSender(metrics);
    this.ticks = ticks;
    this.clock = clock;
    this.repeated = ticks.every(BETWEEN_LOGS, shipper::ship);
  }

  /** Reads the addresses from what the catalog knows of the integration. */
  public void learn(JsonNode known) {
    metrics.learn(known);
    logs.learn(known);
  }

  /** The metrics of a run that begins. */
  public RunMetrics run(String runId) {
    return new RunMetrics(shipments, integration, runId, ticks, clock);
  }

  /** Sends what waits, for a moment at most. */
  @Override
  public void close() {
    repeated.close();
    shipments.close(PATIENCE);
    Thread last = Thread.ofVirtual().name("last-logs").start(shipper::ship);
    try {
      if (!last.join(PATIENCE)) {
        last.interrupt();
      }
    } catch (InterruptedException e) {
      last.interrupt();
      Thread.currentThread().interrupt();
    } finally {
      queue.close();
    }
  }
}
