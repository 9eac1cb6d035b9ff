package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that only applies live events, beside others of its integration that resync. */
class WorkerTest {

  private final int port = FreePort.find();
  private final Stage stage =
      Stage.small().webhooksOnly().set("APPLICATION__PORT", Integer.toString(port));
  private final JiraSender sender = new JiraSender();

  @AfterEach
  void close() {
    sender.close();
    stage.close();
  }

  @Test
  void deletesNothingByAMappingThatHasChanged() throws Exception {
    String updated = JiraSender.event("jira:issue_updated", RequestIds.atSite(stage).getFirst());
    stage.port.mapping(Stage.IDENTIFIER, guideTaking(".closed | not"));
    CompletableFuture<Stage.Ending> service = stage.start();
    Eventually.holds("it is taken", () -> sender.isTaken(port, "one", updated));
    Eventually.holds("it is written", () -> stage.port.count("jsmCustomerRequest") == 1);
    stage.site.changeRequest(0, request -> request.put("closed", true));

    stage.port.mapping(Stage.IDENTIFIER, guideTaking("true"));
    assertThat(sender.isTaken(port, "two", updated)).isTrue();

    Eventually.holds("it is applied by the new mapping", this::hasAppliedTwo);
    assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(1);
    assertThat(stage.port.calls()).noneMatch(call -> call.method().equals("DELETE"));
    end(service);
  }

  @Test
  void leavesTheRunOfAnotherProcessAlone() throws Exception {
    stage.port.runsAlready(Stage.IDENTIFIER);
    String updated = JiraSender.event("jira:issue_updated", RequestIds.atSite(stage).getFirst());

    CompletableFuture<Stage.Ending> service = stage.start();
    Eventually.holds("it is taken", () -> sender.isTaken(port, "one", updated));
    Eventually.holds("it is written", () -> stage.port.count("jsmCustomerRequest") == 1);

    assertThat(end(service).messages()).doesNotContain("killed");
    assertThat(stage.port.states()).isEmpty();
  }

  private boolean hasAppliedTwo() {
    return sender.get(port, "/metrics").contains("seaway_events_total{result=\"applied\"} 2.0");
  }

  private Stage.Ending end(CompletableFuture<Stage.Ending> service) throws Exception {
    stage.stop.ask();
    Stage.Ending ending = service.get(60, TimeUnit.SECONDS);
    assertThat(ending.exitCode()).isZero();
    return ending;
  }

  private static JsonNode guideTaking(String selector) {
    return Stage.object(Stage.guide().toString().replace("\"true\"", "\"" + selector + "\""));
  }
}
