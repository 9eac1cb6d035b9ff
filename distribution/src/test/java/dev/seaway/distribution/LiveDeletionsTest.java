package dev.seaway.distribution;

import static dev.seaway.distribution.JiraSender.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What events delete where several resources of the mapping may make an entity. */
class LiveDeletionsTest {

  private static final String REQUEST = "/rest/servicedeskapi/request";

  private final Stage stage = Stage.small();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void keepWhatAListStillMakesThatTheMappingNarrows() {
    String mapping = mapping(other -> selector(other).putObject("query_params").put("x", "1"));

    assertThat(isDeletedWhenItIsClosed(mapping)).isFalse();
  }

  @Test
  void keepWhatAListMayMakeThatNoEventAsks() {
    String mapping = mapping(other -> other.put("kind", "/rest/servicedeskapi/organization"));

    assertThat(isDeletedWhenItIsClosed(mapping)).isFalse();
  }

  @Test
  void keepWhatAListOfPartsMayMake() {
    String mapping =
        mapping(
            other -> {
              other.put("kind", "/rest/servicedeskapi/servicedesk/{desk}/queue");
              selector(other)
                  .set(
                      "path_parameters",
                      Stage.json(
                          "{\"desk\":{\"endpoint\":\"/rest/servicedeskapi/servicedesk\","
                              + "\"data_path\":\".values\",\"field\":\".id\"}}"));
            });

    assertThat(isDeletedWhenItIsClosed(mapping)).isFalse();
  }

  @Test
  void keepWhatAListMayMakeWhoseBlueprintIsComputed() {
    String mapping =
        mapping(
            other -> {
              other.put("kind", "/rest/servicedeskapi/organization");
              entity(other).put("blueprint", ".type // \"jsmOrganization\"");
            });

    assertThat(isDeletedWhenItIsClosed(mapping)).isFalse();
  }

  @Test
  void keepWhatOtherRecordsOfTheListMayMakeAsWell() {
    String mapping =
        mapping(
            other -> {
              selector(other).put("query", ".closed | not");
              entity(other).put("identifier", ".serviceDeskId | tostring");
            });

    assertThat(isDeletedWhenItIsClosed(mapping)).isFalse();
  }

  @Test
  void happenWhereEachListWasAskedAndNoneMakesTheEntity() {
    String mapping =
        mapping(
            other -> {
              selector(other).put("query", ".closed | not");
              selector(other).putObject("query_params").put("requestOwnership", "ALL_REQUESTS");
            });

    assertThat(isDeletedWhenItIsClosed(mapping)).isTrue();
  }

  @Test
  void happenWhereTheToolSaysThatTheRecordIsGoneFromEveryList() {
    String mapping = mapping(other -> selector(other).putObject("query_params").put("x", "1"));
    try (LiveStage live = LiveStage.of(stage, mapping)) {
      live.post("a", event("jira:issue_created", id()));
      Eventually.holds("written", () -> stage.port.count("jsmCustomerRequest") == 1);

      live.post("b", event("jira:issue_deleted", id()));

      Eventually.holds("deleted", () -> stage.port.count("jsmCustomerRequest") == 0);
    }
  }

  /** Closes a request, has its event applied, and opens it again to see that it was. */
  private boolean isDeletedWhenItIsClosed(String mapping) {
    try (LiveStage live = LiveStage.of(stage, mapping)) {
      live.post("a", event("jira:issue_created", id()));
      Eventually.holds("written", () -> stage.port.entities().contains("\"" + id() + "\""));
      long before = lookUps();
      stage.site.changeRequest(1, request -> request.put("closed", true));

      live.post("b", event("jira:issue_updated", id()));
      Eventually.holds("read", () -> lookUps() > before);
      stage.site.changeRequest(1, request -> request.put("closed", false).put("summary", "anew"));
      live.post("c", event("jira:issue_updated", id()));
      Eventually.holds("applied", () -> stage.port.entities().contains("anew"));
      return stage.port.calls().stream().anyMatch(call -> call.path().endsWith("/delete"));
    }
  }

  private long lookUps() {
    return stage.site.requests().stream()
        .filter(request -> request.path().endsWith("/request/" + id()))
        .count();
  }

  private String id() {
    return RequestIds.atSite(stage).get(1);
  }

  /** Requests that are not closed, and beside them another resource that makes the same. */
  private static String mapping(Consumer<ObjectNode> change) {
    ObjectNode mapping = Stage.guide();
    ArrayNode resources = (ArrayNode) mapping.path("resources");
    ObjectNode requests = (ObjectNode) resources.get(1);
    assertThat(requests.path("kind").asText()).isEqualTo(REQUEST);
    ObjectNode other = requests.deepCopy();
    selector(requests).put("query", ".closed | not");
    change.accept(other);
    resources.add(other);
    return mapping.toString();
  }

  private static ObjectNode selector(ObjectNode resource) {
    return (ObjectNode) resource.path("selector");
  }

  private static ObjectNode entity(ObjectNode resource) {
    return (ObjectNode) resource.at("/port/entity/mappings");
  }
}
