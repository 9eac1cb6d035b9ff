package dev.seaway.service.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest.Method;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.resync.KindReport;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.core.resync.RunSummary;
import dev.seaway.core.resync.SyncEvent;
import dev.seaway.core.resync.SyncListener;
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
public final class RunMetrics implements SyncListener {

  private static final String RUNTIME = "__runtime__";
  private static final String RECONCILIATION = "__reconciliation__";
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final MetricSender shipments;
  private final Integration integration;
  private final String runId;
  private final Scheduler ticks;
  private final InstantSource clock;
  private final RunSummary summary = new RunSummary();
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

  @Override
  public synchronized void on(SyncEvent event) {
    summary.on(event);
    switch (event) {
      case SyncEvent.Started(var names) -> begin(names);
      case SyncEvent.PageRead read -> change(read.kind(), this::read);
      case SyncEvent.KindFinished(var kind, var complete, _) ->
          change(kind, counts -> end(counts, complete ? "completed" : "failed"));
      case SyncEvent.Ended(var report) -> {
        report.kinds().forEach(this::countUnmapped);
        end(report.complete() ? "completed" : "failed", deleted(report));
      }
      case SyncEvent.Aborted(var stopped) -> end(stopped ? "aborted" : "failed", 0);
      case SyncEvent.Mapped _,
          SyncEvent.Written _,
          SyncEvent.ReadingAgain _,
          SyncEvent.Deleting _,
          SyncEvent.Waiting _ -> {
        // Told with the kind's next state.
      }
    }
  }

  private void begin(List<String> names) {
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

  private void read(KindMetrics kind) {
    if (kind.state.equals("pending")) {
      kind.state = "syncing";
      kind.start = clock.instant();
      put(kind);
    }
  }

  private void end(KindMetrics kind, String state) {
    kind.state = state;
    put(kind);
  }

  private void countUnmapped(KindReport report) {
    change(
        report.kind(),
        kind -> {
          kind.filteredOut = report.counts().skipped() + report.counts().dropped();
          kind.failed = report.counts().failed();
        });
  }

  private static long deleted(ResyncReport report) {
    return report.decisions().stream()
        .filter(Decision.Delete.class::isInstance)
        .mapToLong(decision -> ((Decision.Delete) decision).deleted())
        .sum();
  }

  /** The run has ended, in a state of the catalog's words. */
  private void end(String state, long deleted) {
    if (heartbeat != null) {
      heartbeat.close();
    }
    kinds.values().stream().filter(kind -> summary.kind(kind.kind).read() > 0).forEach(this::put);
    KindMetrics reconciliation = new KindMetrics(RECONCILIATION, 0, whole.start);
    reconciliation.deleted = deleted;
    reconciliation.state = state;
    put(reconciliation);
    whole.state = state;
    post(List.of(whole));
  }

  private void change(String kind, Consumer<KindMetrics> change) {
    KindMetrics metrics = kinds.get(kind);
    if (metrics != null) {
      change.accept(metrics);
    }
  }

  private void post(Iterable<KindMetrics> all) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode list = document.putArray("syncKindsMetrics");
    all.forEach(counts -> list.add(json(counts)));
    shipments.offer(Method.POST, "/syncMetrics", document);
  }

  private void put(KindMetrics kind) {
    String name =
        kind.kind.startsWith("__")
            ? kind.kind
            : URLEncoder.encode(kind.kind, StandardCharsets.UTF_8).replace("+", "%20")
                + "-"
                + kind.index;
    shipments.offer(
        Method.PUT,
        "/syncMetrics/resync/" + runId + "/kind/" + name,
        JsonNodeFactory.instance.objectNode().set("syncKindMetrics", json(kind)));
  }

  private ObjectNode json(KindMetrics kind) {
    kind.counts = summary.kind(kind.kind);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("integrationType", integration.type());
    json.put("installationType", "OnPrem");
    json.put("executionMode", "single_process");
    json.put("integrationIdentifier", integration.identifier());
    json.put("integrationVersion", integration.version());
    json.put("oceanVersion", integration.version());
    json.put("kindIdentifier", kind.identifier());
    json.put("kind", kind.kind);
    json.put("kindIndex", kind.index);
    json.put("eventId", runId);
    json.put("syncState", kind.state);
    ObjectNode phases = kind.phases();
    phases
        .putObject("resync")
        .put("success", kind.isSucceeded() ? 1 : 0)
        .put("duration_seconds", Duration.between(kind.start, clock.instant()).toMillis() / 1000.0);
    json.putObject("metrics").set("phase", phases);
    return json;
  }
}
