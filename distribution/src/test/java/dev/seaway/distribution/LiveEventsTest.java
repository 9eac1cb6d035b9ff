package dev.seaway.distribution;

import static dev.seaway.distribution.JiraSender.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.sandbox.SandboxRecords;
import dev.seaway.service.EventStorage;
import dev.seaway.service.events.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jira's webhooks, from the delivery to the catalog. */
class LiveEventsTest {

  private final Stage stage = Stage.small();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void writesTheRequestThatAnEventNames() {
    try (LiveStage live = LiveStage.of(stage)) {
      String id = requestId(3);

      assertThat(live.post("a", event("jira:issue_created", id)).status()).isEqualTo(200);

      Eventually.holds("the request is there", () -> stage.port.count("jsmCustomerRequest") == 1);
      assertThat(stage.port.entities()).contains("\"" + id + "\"", title(3));
      assertThat(stage.entityWrites(0).getLast().query())
          .contains("ocean_info_event_type=http_request")
          .doesNotContain("resync_id");
    }
  }

  @Test
  void takesASecondDeliveryForTheSame() {
    try (LiveStage live = LiveStage.of(stage)) {
      assertThat(live.post("a", event("jira:issue_created", requestId(3))).body())
          .isEqualTo("kept");
      assertThat(live.post("a", event("jira:issue_created", requestId(3))).body())
          .isEqualTo("known");
      Eventually.holds("applied", () -> stage.port.count("jsmCustomerRequest") == 1);
    }
    try (LiveStage live = LiveStage.of(stage)) {
      assertThat(live.post("a", event("jira:issue_created", requestId(3))).body())
          .isEqualTo("known");
    }
    assertThat(stage.entityWrites(0)).hasSize(1);
  }

  @Test
  void refusesWhatItCannotTrustOrRead() {
    try (LiveStage live = LiveStage.of(stage)) {
      String good = event("jira:issue_created", requestId(3));
      byte[] bytes = good.getBytes(StandardCharsets.UTF_8);

      assertThat(live.post(Map.of(), good, "another-secret").status()).isEqualTo(401);
      assertThat(live.receive(Map.of(), bytes).status()).isEqualTo(401);
      assertThat(live.post("a", "no JSON").status()).isEqualTo(400);
      assertThat(live.post("a", "[]").status()).isEqualTo(400);
      assertThat(live.post("a", "{}").status()).isEqualTo(400);
      assertThat(live.post("a", event("jira:issue_created", "../../x")).status()).isEqualTo(400);
      assertThat(live.post("a", "{'webhookEvent':'comment_created'}").body()).isEqualTo("ignored");
    }
    assertThat(stage.entityWrites(0)).isEmpty();
  }

  @Test
  void refusesEverythingWithoutASecret() {
    stage.set("OCEAN__INTEGRATION__TYPE", "jsm");
    String mapping = Stage.guide().toString();
    try (LiveStage live = LiveStage.of(stage.environment(), stage.directory(), mapping)) {
      assertThat(live.post("a", event("jira:issue_created", requestId(3))).status()).isEqualTo(401);
    }
  }

  @Test
  void takesAnIssueThatIsNoRequestForNothing() {
    try (LiveStage live = LiveStage.of(stage)) {
      live.post("a", event("jira:issue_updated", "999999"));
      live.post("b", event("jira:issue_updated", requestId(0)));

      Eventually.holds("applied", () -> stage.port.count("jsmCustomerRequest") == 1);
    }
    assertThat(dead()).isEmpty();
  }

  @Test
  void deletesWhatIsGoneIfItIsOurs() {
    stage.run();
    stage.set("OCEAN__INTEGRATION__TYPE", "jsm");
    try (LiveStage live = LiveStage.of(stage)) {
      live.resync();
      int before = stage.port.count("jsmCustomerRequest");

      live.post("a", event("jira:issue_deleted", requestId(2)));

      Eventually.holds("it is gone", () -> stage.port.count("jsmCustomerRequest") == before - 1);
      live.post("b", event("jira:issue_deleted", "424242"));
      live.post("c", event("jira:issue_deleted", requestId(5)));
      Eventually.holds(
          "it is gone too", () -> stage.port.count("jsmCustomerRequest") == before - 2);
    }
    assertThat(dead()).isEmpty();
  }

  @Test
  void deletesWhatTheSelectorNoLongerTakes() {
    String mapping = Stage.guide().toString().replace("\"true\"", "\".closed | not\"");
    try (LiveStage live = LiveStage.of(stage, mapping)) {
      live.post("a", event("jira:issue_created", requestId(1)));
      Eventually.holds("written", () -> stage.port.count("jsmCustomerRequest") == 1);
      stage.site.changeRequest(1, request -> request.put("closed", true));

      live.post("b", event("jira:issue_updated", requestId(1)));

      Eventually.holds("deleted", () -> stage.port.count("jsmCustomerRequest") == 0);
    }
  }

  @Test
  void keepsWhatCannotBeMappedAsADeadLetter() {
    String mapping = Stage.guide().toString().replace(".issueId | tostring", ".currentStatus");
    try (LiveStage live = LiveStage.of(stage, mapping)) {
      live.post("a", event("jira:issue_created", requestId(1)));
      Eventually.holds("given up", () -> dead().size() == 1);
      assertThat(dead().getFirst().reason()).contains("identifier", "must give a text");
      assertThat(stage.run("events", "list").results())
          .contains("1  issue/" + requestId(1), "must give a text", "In all: 1");
      assertThat(stage.run("events", "replay").results()).contains("To be applied again: 1");
      Eventually.holds(
          "given up anew, by the service that runs",
          () -> dead().stream().anyMatch(letter -> letter.number() > 1));
    }
    assertThat(stage.run("events", "replay").results()).contains("To be applied again: 1");
    try (LiveStage live = LiveStage.of(stage)) {
      Eventually.holds("applied", () -> stage.port.count("jsmCustomerRequest") == 1);
      assertThat(live.post("b", event("jira:issue_updated", requestId(1))).status()).isEqualTo(200);
    }
    assertThat(stage.run("events", "list").results()).contains("There are none.");
    assertThat(stage.run("events", "drop", "1").results()).contains("Thrown away: 0");
  }

  @Test
  void readsAServiceDeskByItsProject() {
    try (LiveStage live = LiveStage.of(stage)) {
      ObjectNode desk = records().serviceDesks().getFirst();
      String body =
          "{'webhookEvent':'project_updated','project':{'id':%s,'key':'%s'}}"
              .formatted(desk.path("projectId").asText(), desk.path("projectKey").asText());

      assertThat(live.post("a", body).status()).isEqualTo(200);

      Eventually.holds("written", () -> stage.port.count("jsmServiceDesk") == 1);
      assertThat(stage.port.entities()).contains(desk.path("projectName").asText());
    }
  }

  @Test
  void hasTheLastWordBesideAResync() {
    try (LiveStage live = LiveStage.of(stage)) {
      live.resync();
      AtomicBoolean changed = new AtomicBoolean();
      stage.site.on(
          request -> {
            if (request.target().toString().endsWith("/request?limit=4&start=4")
                && changed.compareAndSet(false, true)) {
              stage.site.changeRequest(
                  0, first -> first.put("summary", "changed while it was read"));
              live.post("a", event("jira:issue_updated", requestId(0)));
              live.post("b", event("jira:issue_deleted", requestId(1)));
            }
            return false;
          },
          new Fault.Cut());

      assertThat(live.resync()).isTrue();

      Eventually.holds("deleted", () -> stage.port.count("jsmCustomerRequest") == 19);
      Eventually.holds(
          "changed", () -> stage.port.entities().contains("changed while it was read"));
      assertThat(changed).isTrue();
    }
    assertThat(stage.port.entities()).doesNotContain("\"" + requestId(1) + "\"");
  }

  private List<DeadLetter> dead() {
    return EventStorage.onDisk(stage.directory().resolve("seaway-data")).list();
  }

  private SandboxRecords records() {
    return SandboxRecords.generate(stage.settings);
  }

  private String requestId(int index) {
    return records().requests().get(index).path("issueId").asText();
  }

  private String title(int index) {
    return records().requests().get(index).path("summary").asText();
  }
}
