package dev.seaway.distribution;

import static dev.seaway.distribution.JiraSender.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.PortFault;
import dev.seaway.distribution.fake.When;
import dev.seaway.service.EventStorage;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events wait for answers that tell something of their record, and others go on meanwhile. */
class LiveOutagesTest {

  private final Stage stage = Stage.small();

  @AfterEach
  void close() {
    stage.close();
  }

  static Stream<Fault> outages() {
    return Stream.of(
        Fault.status(401),
        Fault.status(403),
        Fault.status(500),
        Fault.status(503),
        new Fault.NotJson(),
        new Fault.HalfJson(),
        new Fault.Cut(),
        new Fault.Status(302, Map.of("Location", "https://login.example/"), ""),
        new Fault.Status(200, Map.of(), "{\"message\":\"We are down for maintenance\"}"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void holdUpOneRecordAndNoOther(Fault outage) {
    stage.site.on(When.path("/request/" + id(1)), outage);

    try (LiveStage live = LiveStage.of(stage)) {
      live.post("a", event("jira:issue_updated", id(1)));
      Eventually.holds("tried", () -> tries(1) > 1);
      live.post("b", event("jira:issue_updated", id(2)));
      Eventually.holds("the other one is written", () -> isWritten(2));
      assertThat(isWritten(1)).isFalse();

      stage.site.heal();

      Eventually.holds("what waited is written", () -> isWritten(1));
    }
    assertThat(EventStorage.onDisk(stage.directory().resolve("seaway-data")).list()).isEmpty();
  }

  @Test
  void includeANotFoundOfAToolThatDoesNotKnowTheCredentials() {
    stage.site.on(When.path("/request/" + id(1)), Fault.status(404));
    stage.site.on(When.path("/request"), Fault.status(401));

    try (LiveStage live = LiveStage.of(stage)) {
      live.post("a", event("jira:issue_updated", id(1)));
      // Healed between the record's answer and its list's, the record would rightly be taken for
      // gone.
      Eventually.holds("its list was asked", () -> listsAsked() > 1);
      stage.site.heal();

      Eventually.holds("what waited is written", () -> isWritten(1));
    }
  }

  @Test
  void doNotIncludeANotFoundBesideAListThatIsThere() {
    try (LiveStage live = LiveStage.of(stage)) {
      live.post("a", event("jira:issue_updated", "999999"));
      live.post("b", event("jira:issue_updated", id(2)));
      Eventually.holds("the other one is written", () -> isWritten(2));
    }
    assertThat(stage.site.requests())
        .filteredOn(request -> request.path().endsWith("/request"))
        .singleElement()
        .satisfies(request -> assertThat(request.query("limit")).containsExactly("1"));
  }

  @Test
  void includeACatalogThatForbidsToWrite() {
    stage.port.on(When.path("/jsmCustomerRequest/entities/bulk"), PortFault.status(403));

    try (LiveStage live = LiveStage.of(stage)) {
      live.post("a", event("jira:issue_updated", id(1)));
      Eventually.holds("tried", () -> tries(1) > 1);
      stage.port.heal();

      Eventually.holds("what waited is written", () -> isWritten(1));
    }
  }

  private boolean isWritten(int index) {
    return stage.port.entities().contains("\"" + id(index) + "\"");
  }

  private long tries(int index) {
    return stage.site.requests().stream()
        .filter(request -> request.path().endsWith("/request/" + id(index)))
        .count();
  }

  private long listsAsked() {
    return stage.site.requests().stream()
        .filter(request -> request.path().endsWith("/request"))
        .count();
  }

  private String id(int index) {
    return RequestIds.atSite(stage).get(index);
  }
}
