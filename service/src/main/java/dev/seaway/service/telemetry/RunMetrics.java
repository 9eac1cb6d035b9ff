package dev.seaway.service.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.core.catalog.Integration;
import dev.seaway.service.listen.Scheduler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the catalog how one run gets on, kind by kind, in the form that Port Ocean uses. Nothing
 * here waits for the catalog. Thread-safe.
 */
public final class RunMetrics {

  private static final String RUNTIME = "__runtime__";
  private static final String RECONCILIATION = "__reconciliation__";
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final MetricSender shipments;
  private final Integration integration;
  private final String runId;
  private final Scheduler ticks;
  private final InstantSource clock;
  private final Map<String, KindMetrics> kinds = new LinkedHashMap<>();
  private final KindMetrics whole;
  private Scheduler.@Nullable Repetition heartbeat;

  RunMetrics(
      MetricSender shipments,
      Integration integration,
      String runId,
      Scheduler ticks,
      InstantSource clock) {
    this.shipments = shipments;
    this.integration = integration;
    this.runId = runId;
    this.ticks = ticks;
    this.clock = clock;
    this.whole = new KindMetrics(RUNTIME, 0, clock.instant());
  }

  /** The run begins. */
  public synchronized void begin(List<String> names) {
    for (String name : names) {
      kinds.putIfAbsent(name, new KindMetrics(name, kinds.size(), clock.instant()));
    }
    post(kinds.values());
    whole.state = "syncing";
    post(List.of(whole));
    heartbeat = ticks.every(HEARTBEAT, this::beat);
  }

  private void beat() {
    shipments.offer(
        Method.POST, "/heartbeat", JsonNodeFactory.instance.objectNode().put("eventId", runId));
  }

  /** A page of a kind was read. */
  public synchronized void read(String kind, int records) {
    KindMetrics counts = kinds.get(kind);
    if (counts != null) {
      counts.read += records;
      if (counts.state.equals("pending")) {
        counts.state = "syncing";
        counts.start = clock.instant();
        put(counts);
      }
    }
  }

  /** Entities were made of records. */
  public synchronized void mapped(String kind, int entities) {
    change(kind, counts -> counts.mapped += entities);
  }

  /** Entities came to the catalog. */
  public synchronized void written(String kind, int newly, int same, int rejected) {
    change(
        kind,
        counts -> {
          counts.written += newly;
          counts.unchanged += same;
          counts.refused += rejected;
        });
  }

  /** Records became no entity. */
  public synchronized void unmapped(String kind, long filteredOut, long failed) {
    change(
        kind,
        counts -> {
          counts.filteredOut = filteredOut;
          counts.failed = failed;
        });
  }

  /** A kind has ended. */
  public synchronized void end(String kind, boolean complete) {
    change(
        kind,
        counts -> {
          counts.state = complete ? "completed" : "failed";
          put(counts);
        });
  }

  /** The run has ended, in a state of the catalog's words. */
  public synchronized void end(String state, long deleted) {
    if (heartbeat != null) {
      heartbeat.close();
    }
    kinds.values().stream().filter(counts -> counts.read > 0).forEach(this::put);
    KindMetrics reconciliation = new KindMetrics(RECONCILIATION, 0, whole.start);
    reconciliation.deleted = deleted;
    reconciliation.state = state;
    put(reconciliation);
    whole.state = state;
    post(List.of(whole));
  }

  private void change(String kind, Consumer<KindMetrics> change) {
    KindMetrics counts = kinds.get(kind);
    if (counts != null) {
      change.accept(counts);
    }
  }

  private void post(Iterable<KindMetrics> all) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode list = document.putArray("syncKindsMetrics");
    all.forEach(counts -> list.add(json(counts)));
    shipments.offer(Method.POST, "/syncMetrics", document);
  }

  private void put(KindMetrics counts) {
    String name =
        counts.kind.startsWith("__")
            ? counts.kind
            : URLEncoder.encode(counts.kind, StandardCharsets.UTF_8).replace("+", "%20")
                + "-"
                + counts.index;
    shipments.offer(
        Method.PUT,
        "/syncMetrics/resync/" + runId + "/kind/" + name,
        JsonNodeFactory.instance.objectNode().set("syncKindMetrics", json(counts)));
  }

  private ObjectNode json(KindMetrics counts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("integrationType", integration.type());
    json.put("installationType", "OnPrem");
    json.put("executionMode", "single_process");
    json.put("integrationIdentifier", integration.identifier());
    json.put("integrationVersion", integration.version());
    json.put("oceanVersion", integration.version());
    json.put("kindIdentifier", counts.identifier());
    json.put("kind", counts.kind);
    json.put("kindIndex", counts.index);
    json.put("eventId", runId);
    json.put("syncState", counts.state);
    ObjectNode phases = counts.phases();
    phases
        .putObject("resync")
        .put("success", counts.isSucceeded() ? 1 : 0)
        .put(
            "duration_seconds",
            Duration.between(counts.start, clock.instant()).toMillis() / 1000.0);
    json.putObject("metrics").set("phase", phases);
    return json;
  }
}
