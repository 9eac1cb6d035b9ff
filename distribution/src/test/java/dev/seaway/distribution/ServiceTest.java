package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.PortFault;
import dev.seaway.distribution.fake.When;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A service between a site and a catalog, with time that passes by hand. */
class ServiceTest {

  private static final Duration INTERVAL = Duration.ofSeconds(60);

  @Test
  void synchronizesAtTheStartAndWhenTheCatalogAsksForIt() throws Exception {
    try (Stage stage = polling()) {
      CompletableFuture<Stage.Ending> service = stage.start();
      assertThat(stage.port.awaitStates(2)).containsExactly("running", "completed");
      stage.ticks.tick(INTERVAL);
      stage.ticks.tick(INTERVAL);
      stage.site.vanish(Records.REQUESTS, 10);
      stage.port.askForResync(Stage.IDENTIFIER);
      stage.ticks.tick(INTERVAL);

      assertThat(stage.port.awaitStates(4))
          .containsExactly("running", "completed", "running", "completed");
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(18);
      Stage.Ending ending = stopped(stage, service);
      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.port.states().stream().filter("running"::equals)).hasSize(2);
    }
  }

  @Test
  void livesOnWithAMappingThatBecameInvalidAndTakesTheNextOne() throws Exception {
    try (Stage stage = polling()) {
      CompletableFuture<Stage.Ending> service = stage.start();
      stage.port.awaitStates(2);
      stage.port.mapping(
          Stage.IDENTIFIER,
          Stage.object(
              "{'resources':[{'kind':'/x','port':{'entity':{'mappings':{'identifier':'.id"
                  + " |','blueprint':'.x'}}}}]}"));
      stage.ticks.tick(INTERVAL);
      assertThat(stage.port.awaitStates(4)).endsWith("running", "failed");
      stage.port.mapping(Stage.IDENTIFIER, Stage.guide());
      stage.ticks.tick(INTERVAL);
      assertThat(stage.port.awaitStates(6)).endsWith("running", "completed");

      Stage.Ending ending = stopped(stage, service);

      assertThat(ending.exitCode()).isZero();
      assertThat(ending.messages()).contains("The resync failed").contains("identifier");
    }
  }

  @Test
  void repeatsByScheduleAndSaysWhenTheNextOneIsDue() throws Exception {
    try (Stage stage =
        polling()
            .set("OCEAN__EVENT_LISTENER__RESYNC_ON_START", "false")
            .set("OCEAN__SCHEDULED_RESYNC_INTERVAL", "30")) {
      CompletableFuture<Stage.Ending> service = stage.start();
      stage.port.await(When.method("GET").and(When.path("/integration/" + Stage.IDENTIFIER)));
      stage.ticks.await(Duration.ofMinutes(30));
      stage.ticks.tick(Duration.ofMinutes(30));

      assertThat(stage.port.awaitStates(2)).containsExactly("running", "completed");
      var state = stage.port.integration(Stage.IDENTIFIER).orElseThrow().path("resyncState");
      assertThat(state.path("intervalInMinuets").asInt()).isEqualTo(30);
      assertThat(state.path("nextResync").isTextual()).isTrue();
      stopped(stage, service);
    }
  }

  @Test
  void marksARunThatWasKilledAsAborted() throws Exception {
    try (Stage stage = Stage.small()) {
      stage.port.runsAlready(Stage.IDENTIFIER);

      Stage.Ending ending = stage.run();

      assertThat(stage.port.states()).containsExactly("aborted", "running", "completed");
      assertThat(ending.messages()).contains("2026-01-01T00:00:00Z").contains("killed");
    }
  }

  @Test
  void abortsTheRunInProgressWhenItIsStopped() throws Exception {
    try (Stage stage = polling()) {
      stage.site.on(When.start(8), new Fault.Hang());
      CompletableFuture<Stage.Ending> service = stage.start();
      stage.site.await(When.start(8));

      Stage.Ending ending = stopped(stage, service);

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(stage.port.states()).containsExactly("running", "aborted");
    }
  }

  @Test
  void abortsASingleRunAsWell() throws Exception {
    try (Stage stage = Stage.small()) {
      stage.port.on(When.path("/entities/bulk"), new PortFault.Hang());
      CompletableFuture<Stage.Ending> run = stage.start();
      stage.port.await(When.path("/entities/bulk"));

      Stage.Ending ending = stopped(stage, run);

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(ending.results()).contains("Stopped before the run was over");
      assertThat(stage.port.states()).containsExactly("running", "aborted");
    }
  }

  @Test
  void endsAtOnceWithWrongCredentialsOfEitherSide() throws Exception {
    try (Stage stage = polling().set("OCEAN__INTEGRATION__SECRETS__PASSWORD", "wrong-password")) {
      Stage.Ending ending = stage.start().get(60, TimeUnit.SECONDS);
      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(stage.port.states()).containsExactly("running", "failed");

      stage.set("OCEAN__PORT__CLIENT_SECRET", "wrong-secret");
      assertThat(stage.start().get(60, TimeUnit.SECONDS).exitCode()).isEqualTo(2);
    }
  }

  @Test
  void findsWrongCredentialsAlsoWhereNoRunIsDueAtTheStart() throws Exception {
    try (Stage stage =
        Stage.small()
            .set("OCEAN__EVENT_LISTENER", "{\"type\":\"WEBHOOKS_ONLY\"}")
            .set("OCEAN__INTEGRATION__SECRETS__PASSWORD", "wrong-password")) {
      assertThat(stage.start().get(60, TimeUnit.SECONDS).exitCode()).isEqualTo(2);
      assertThat(stage.port.states()).isEmpty();
    }
  }

  @Test
  void synchronizesWhenItIsCalledAndShowsWhatItDoes() throws Exception {
    try (Stage stage = Stage.small().set("APPLICATION__PORT", Integer.toString(FreePort.find()));
        HttpClient client = HttpClient.newHttpClient()) {
      stage.set("OCEAN__EVENT_LISTENER", "{\"type\":\"WEBHOOK\",\"app_host\":\"http://seaway/\"}");
      stage.site.on(When.number(2), Fault.tooMany(1800));
      CompletableFuture<Stage.Ending> service = stage.start();
      stage.port.awaitStates(2);
      String host = "http://127.0.0.1:" + stage.environment().get("APPLICATION__PORT");

      assertThat(send(client, host + "/resync", "POST").statusCode()).isEqualTo(202);
      assertThat(stage.port.awaitStates(4)).endsWith("running", "completed");
      assertThat(send(client, host + "/health/ready", "GET").statusCode()).isEqualTo(200);
      assertThat(send(client, host + "/metrics", "GET").body())
          .containsPattern("seaway_wait_seconds_total\\{for=\"the tool\"} (1800\\.0|1799\\.9\\d*)")
          .contains("seaway_records_read_total{kind=\"/rest/servicedeskapi/request\"} 40.0");
      Stage.Ending ending = stopped(stage, service);
      assertThat(ending.messages()).contains("waiting as the server asks");
      assertThat(
              stage.port.integration(Stage.IDENTIFIER).orElseThrow().path("changelogDestination"))
          .isEqualTo(Stage.object("{'type':'WEBHOOK','url':'http://seaway/resync'}"));
    }
  }

  @Test
  void isReadyAgainOnceTheToolKnowsTheCredentialsAgain() throws Exception {
    try (Stage stage = Stage.small().set("APPLICATION__PORT", Integer.toString(FreePort.find()));
        HttpClient client = HttpClient.newHttpClient()) {
      stage.set("OCEAN__EVENT_LISTENER", "{\"type\":\"WEBHOOK\",\"app_host\":\"http://seaway/\"}");
      CompletableFuture<Stage.Ending> service = stage.start();
      stage.port.awaitStates(2);
      String host = "http://127.0.0.1:" + stage.environment().get("APPLICATION__PORT");
      stage.site.on(When.always(), Fault.status(401));
      assertThat(send(client, host + "/resync", "POST").statusCode()).isEqualTo(202);
      assertThat(stage.port.awaitStates(4)).endsWith("running", "failed");
      assertThat(send(client, host + "/health/ready", "GET").body())
          .contains("the tool refuses the credentials");

      stage.site.heal();

      Eventually.holds("it is ready", () -> isReady(client, host));
      stopped(stage, service);
    }
  }

  private static boolean isReady(HttpClient client, String host) {
    try {
      return send(client, host + "/health/ready", "GET").statusCode() == 200;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void makesIntegrationAndBlueprintsAtTheFirstStart() throws Exception {
    try (Stage stage =
        polling()
            .unset("OCEAN__INTEGRATION__CONFIG__PAG")
            .set("OCEAN__INTEGRATION__TYPE", "jsm")
            .set("OCEAN__INTEGRATION__IDENTIFIER", "new-one")) {
      CompletableFuture<Stage.Ending> service = stage.start();

      assertThat(stage.port.awaitStates(2)).containsExactly("running", "completed");
      var integration = stage.port.integration("new-one").orElseThrow();
      assertThat(integration.path("arePortResourcesInitialized").asBoolean()).isTrue();
      assertThat(integration.path("config").path("resources")).isNotEmpty();
      stopped(stage, service);
    }
  }

  @Test
  void createsAnEmptyMappingToBeFilledAndTakesWhatIsFilledIn() throws Exception {
    try (Stage stage =
        polling()
            .set("OCEAN__CREATE_PORT_RESOURCES_ORIGIN", "Empty")
            .set("OCEAN__INTEGRATION__IDENTIFIER", "new-one")) {
      CompletableFuture<Stage.Ending> service = stage.start();
      assertThat(stage.port.awaitStates(2)).containsExactly("running", "failed");

      stage.port.mapping("new-one", Stage.guide());
      stage.ticks.tick(INTERVAL);

      assertThat(stage.port.awaitStates(4)).endsWith("running", "completed");
      assertThat(stopped(stage, service).messages()).contains("There is no mapping");
    }
  }

  @Test
  void tellsTheCatalogHowARunGetsOnAndItsLogWithoutSecrets() throws Exception {
    try (Stage stage = Stage.small().with("CUSTOM_HEADERS", "{\"X-A\":\"hush-hush\"}")) {
      stage.site.on(
          When.start(8),
          new Fault.Status(500, Map.of(), "{\"errorMessage\":\"it was hush-hush\"}"));
      stage.run();

      String shipped =
          stage.port.calls().stream()
              .filter(call -> call.path().startsWith("/ingest"))
              .map(call -> call + " " + call.body())
              .collect(Collectors.joining("\n"));
      assertThat(shipped)
          .contains("PUT /ingest/metrics/syncMetrics/resync/")
          .contains("/kind/%2Frest%2Fservicedeskapi%2Frequest-")
          .contains("\"syncState\":\"failed\"")
          .contains("POST /ingest/logs")
          .contains("The mapping is the catalog's integration my-jsm")
          .doesNotContain("hush-hush");
    }
  }

  @Test
  void saysThatItsPortIsTaken() throws Exception {
    try (Stage stage = polling();
        ServerSocket other = new ServerSocket(0)) {
      stage.set("APPLICATION__PORT", Integer.toString(other.getLocalPort()));

      Stage.Ending ending = stage.start().get(60, TimeUnit.SECONDS);

      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(ending.messages()).contains("APPLICATION__PORT").contains("in use");
      assertThat(stage.port.calls()).isEmpty();
    }
  }

  @Test
  void bindsNoPortForASingleRun() throws IOException {
    try (Stage stage = Stage.small();
        ServerSocket other = new ServerSocket(0)) {
      stage.set("APPLICATION__PORT", Integer.toString(other.getLocalPort()));

      assertThat(stage.run().exitCode()).isZero();
    }
  }

  private static HttpResponse<String> send(HttpClient client, String url, String method)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static Stage polling() {
    return Stage.small().set("OCEAN__EVENT_LISTENER", "{\"type\":\"POLLING\"}");
  }

  private static Stage.Ending stopped(Stage stage, CompletableFuture<Stage.Ending> service)
      throws Exception {
    stage.stop.ask();
    return service.get(60, TimeUnit.SECONDS);
  }
}
