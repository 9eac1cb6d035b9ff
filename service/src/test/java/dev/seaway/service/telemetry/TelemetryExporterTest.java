package dev.seaway.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.resync.KindReport;
import dev.seaway.core.resync.KindReport.Counts;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.core.resync.SyncEvent;
import dev.seaway.service.listen.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TelemetryExporterTest {

  private static final URI CATALOG = URI.create("http://catalog");
  private static final JsonNode KNOWN =
      FakeApi.json(
          "{'metricAttributes':{'ingestUrl':'http://catalog/m'},"
              + "'logAttributes':{'ingestUrl':'http://catalog/l?code=1'}}");

  private final List<ApiRequest> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<Runnable> everyTenSeconds = new ArrayList<>();
  private final List<Runnable> everyFiveSeconds = new ArrayList<>();
  private final Scheduler ticks =
      (interval, action) -> {
        List<Runnable> those =
            interval.equals(Duration.ofSeconds(10)) ? everyTenSeconds : everyFiveSeconds;
        those.add(action);
        return () -> those.remove(action);
      };
  private final LogQueue queue = new LogQueue();

  @Test
  void tellsHowARunGetsOn() {
    try (TelemetryExporter shipping = shipping(this::take)) {
      shipping.learn(KNOWN);
      RunMetrics run = shipping.run("r-1");
      run.on(new SyncEvent.Started(List.of("/a b", "/c")));
      everyTenSeconds.getFirst().run();
      run.on(new SyncEvent.PageRead("/a b", 1, 5));
      run.on(new SyncEvent.Mapped("/a b", 4, 0));
      run.on(new SyncEvent.Written("/a b", 3, 1, 0));
      run.on(new SyncEvent.KindFinished("/a b", true, ""));
      run.on(new SyncEvent.Ended(report(new Counts(1, 5, 1, 0, 0, 3, 1, 0))));
    }

    assertThat(sent)
        .extracting(FakeApi::text)
        .containsExactly(
            "POST /m/syncMetrics",
            "POST /m/syncMetrics",
            "POST /m/heartbeat",
            "PUT /m/syncMetrics/resync/r-1/kind/%2Fa%20b-0",
            "PUT /m/syncMetrics/resync/r-1/kind/%2Fa%20b-0",
            "PUT /m/syncMetrics/resync/r-1/kind/%2Fa%20b-0",
            "PUT /m/syncMetrics/resync/r-1/kind/__reconciliation__",
            "POST /m/syncMetrics");
    JsonNode kind = body(5).path("syncKindMetrics");
    assertThat(kind.path("syncState").asText()).isEqualTo("completed");
    assertThat(kind.path("kindIdentifier").asText()).isEqualTo("/a b-0");
    assertThat(kind.at("/metrics/phase/load/object_count_type/loaded/object_count").asInt())
        .isEqualTo(3);
    assertThat(
            kind.at("/metrics/phase/transform/object_count_type/filtered_out/object_count").asInt())
        .isEqualTo(1);
    assertThat(body(0).path("syncKindsMetrics")).hasSize(2);
    assertThat(everyTenSeconds).isEmpty();
  }

  @Test
  void sendsLogsInBatches() {
    try (TelemetryExporter shipping = shipping(this::take)) {
      for (int line = 0; line < 150; line++) {
        queue.offer(new LogLine(Instant.EPOCH, "INFO", "x", "line " + line));
      }
      everyFiveSeconds.getFirst().run();
      assertThat(sent).as("the address is not known yet").isEmpty();
      shipping.learn(KNOWN);
      everyFiveSeconds.getFirst().run();
    }

    assertThat(sent).extracting(FakeApi::text).containsExactly("POST /l?code=1", "POST /l?code=1");
    assertThat(body(0).path("logs")).hasSize(100);
    assertThat(body(1).path("logs").get(49).path("message").asText()).isEqualTo("line 149");
  }

  @Test
  void dropsWhatIsNotTakenAndDoesNotTryAgain() {
    try (TelemetryExporter shipping =
        shipping(
            request -> {
              take(request);
              throw ApiFailures.status(500);
            })) {
      shipping.learn(KNOWN);
      queue.offer(new LogLine(Instant.EPOCH, "INFO", "x", "lost"));
      everyFiveSeconds.getFirst().run();
      everyFiveSeconds.getFirst().run();
      shipping.run("r-1").on(new SyncEvent.Started(List.of("/a")));
    }

    assertThat(sent)
        .extracting(FakeApi::text)
        .containsExactly("POST /l?code=1", "POST /m/syncMetrics", "POST /m/syncMetrics");
  }

  @Test
  void doesNotHoldARunUpWhereTheCatalogIsSlow() {
    CountDownLatch never = new CountDownLatch(1);
    try (TelemetryExporter shipping =
        shipping(
            _ -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new ApiException(ApiException.Reason.INTERRUPTED, "interrupted");
            })) {
      shipping.learn(KNOWN);
      RunMetrics run = shipping.run("r-1");
      run.on(new SyncEvent.Started(List.of("/a")));
      for (int page = 0; page < 10_000; page++) {
        run.on(new SyncEvent.KindFinished("/a", true, ""));
      }
      run.on(new SyncEvent.Aborted(false));
    }
    assertThat(never.getCount()).isEqualTo(1);
  }

  @Test
  void tellsNothingToACatalogThatNamesNoAddress() {
    try (TelemetryExporter shipping = shipping(this::take)) {
      shipping.learn(FakeApi.json("{}"));
      shipping.run("r-1").on(new SyncEvent.Started(List.of("/a")));
      queue.offer(new LogLine(Instant.EPOCH, "INFO", "x", "kept here"));
      everyFiveSeconds.getFirst().run();
    }

    assertThat(sent).isEmpty();
  }

  private static ResyncReport report(Counts counts) {
    KindReport kind =
        new KindReport(
            "/a b", Set.of("x"), counts, Optional.empty(), List.of(), Optional.empty(), false);
    Decision deleted = new Decision.Delete("x", 2);
    return new ResyncReport(
        List.of(kind), Optional.empty(), List.of(deleted), Optional.empty(), Duration.ZERO);
  }

  private TelemetryExporter shipping(ApiClient client) {
    return new TelemetryExporter(
        CATALOG,
        _ -> client,
        new Integration("custom", "my", "1"),
        queue,
        ticks,
        () -> Instant.EPOCH);
  }

  private ApiResponse take(ApiRequest request) {
    sent.add(request);
    return new ApiResponse(200, Map.of(), FakeApi.json("{}"));
  }

  private JsonNode body(int number) {
    return FakeApi.json(sent.get(number).body().orElseThrow().text());
  }
}
