package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.ApiFailures;
import dev.seaway.core.FakeApi;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.Integration;
import dev.seaway.core.http.ApiException;
import dev.seaway.mapping.MappingDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlueprintCreationTest {

  private static final JsonNode DEFINITIONS =
      FakeApi.json(
          "[{'identifier':'site'},"
              + "{'identifier':'desk','relations':{'site':{'target':'site'}}},"
              + "{'identifier':'request','relations':{'desk':{'target':'desk'}},"
              + "'mirrorProperties':{'name':{'path':'desk.$title'}}},"
              + "{'identifier':'other'}]");

  private final List<String> existing = new ArrayList<>();
  private String failing = "none";
  private boolean stopping;
  private final FakeApi api = new FakeApi(this::answer);
  private final BlueprintCreation creation =
      new BlueprintCreation(
          new CatalogClient(api, new Integration("custom", "my", "1")), "blueprints.json");

  @Test
  void needsWhatTheMappingFeedsAndWhatThatRelatesTo() {
    assertThat(BlueprintCreation.neededBy(mapping("request"), DEFINITIONS))
        .extracting(definition -> definition.path("identifier").asText())
        .containsExactly("site", "desk", "request");
  }

  @Test
  void createsBareBlueprintsThenRelationsThenWhatFollowsThem() {
    existing.add("site");

    creation.create(BlueprintCreation.neededBy(mapping("request"), DEFINITIONS));

    assertThat(writes())
        .containsExactly(
            "POST /v1/blueprints {\"identifier\":\"desk\"}",
            "POST /v1/blueprints {\"identifier\":\"request\"}",
            "PATCH /v1/blueprints/desk"
                + " {\"identifier\":\"desk\",\"relations\":{\"site\":{\"target\":\"site\"}}}",
            "PATCH /v1/blueprints/request"
                + " {\"identifier\":\"request\",\"relations\":{\"desk\":{\"target\":\"desk\"}}}",
            "PATCH /v1/blueprints/request " + DEFINITIONS.get(2));
  }

  @Test
  void takesBackWhatItHasCreatedWhereOneFails() {
    existing.add("site");
    failing = "PATCH /v1/blueprints/request";

    assertThatThrownBy(
            () -> creation.create(BlueprintCreation.neededBy(mapping("request"), DEFINITIONS)))
        .isInstanceOf(SeawayException.class)
        .hasMessageStartingWith(
            "The catalog refuses the blueprint request, which blueprints.json defines: ");

    assertThat(api.asked())
        .endsWith("DELETE /v1/blueprints/request", "DELETE /v1/blueprints/desk")
        .doesNotContain("DELETE /v1/blueprints/site");
  }

  @Test
  void takesThemBackAlsoWhereItIsStopped() {
    failing = "PATCH /v1/blueprints/request";
    stopping = true;

    assertThatThrownBy(
            () -> creation.create(BlueprintCreation.neededBy(mapping("request"), DEFINITIONS)))
        .isInstanceOf(SeawayException.class)
        .hasMessageStartingWith(
            "The catalog refuses the blueprint request, which blueprints.json defines: ");

    assertThat(Thread.interrupted()).as("the stop is not forgotten").isTrue();
    assertThat(api.asked()).endsWith("DELETE /v1/blueprints/desk", "DELETE /v1/blueprints/site");
  }

  @Test
  void touchesNothingThatExists() {
    existing.addAll(List.of("site", "desk", "request", "other"));

    creation.create(DEFINITIONS.valueStream().toList());

    assertThat(writes()).isEmpty();
  }

  private List<String> writes() {
    return api.requests().stream()
        .filter(request -> request.method() != ApiRequest.Method.GET)
        .map(request -> FakeApi.text(request) + " " + request.body().orElseThrow().text())
        .toList();
  }

  private String answer(ApiRequest request) {
    String text = FakeApi.text(request);
    String name = request.target().replaceFirst(".*/", "");
    if (text.startsWith("DELETE ") && Thread.currentThread().isInterrupted()) {
      throw new ApiException(ApiException.Reason.INTERRUPTED, "interrupted");
    }
    if (text.equals(failing) && stopping) {
      Thread.currentThread().interrupt();
    }
    if (text.equals(failing) || (text.startsWith("GET ") && !existing.contains(name))) {
      throw ApiFailures.status(text.startsWith("GET ") ? 404 : 422);
    }
    return "{'blueprint':{}}";
  }

  private static MappingDocument mapping(String blueprint) {
    String json =
        "{'resources':[{'kind':'/a','port':{'entity':{'mappings':{'identifier':'.id',"
            + "'blueprint':'\\'"
            + blueprint
            + "\\''}}}}]}";
    return MappingDocument.parse(FakeApi.json(json.replace("\\'", "\\\"")), Map.of())
        .document()
        .orElseThrow();
  }
}
