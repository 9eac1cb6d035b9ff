package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.CanonicalJson;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.Recorded;
import dev.seaway.distribution.sandbox.SandboxRecords;
import dev.seaway.distribution.sandbox.SandboxSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide's job against fakes of both sides. */
class MainJobTest {

  @ParameterizedTest
  @CsvSource({"next_link,50", "next_link,100", "link,50", "link,100", "offset,50", "offset,100"})
  void storesWhatTheSiteHolds(String paginationType, int pageSize) {
    try (Stage stage = new Stage(SandboxSettings.DEFAULT)) {
      if (paginationType.equals("offset")) {
        stage.offsets(pageSize);
      } else {
        stage.nextLinks(pageSize).with("PAGINATION_TYPE", paginationType);
      }

      Stage.Ending first = stage.run();

      assertThat(first.exitCode()).as(first.all()).isZero();
      assertThat(stage.port.entities()).isEqualTo(expected(stage.settings));
      int calls = stage.port.calls().size();
      Stage.Ending second = stage.run();
      assertThat(second.exitCode()).as(second.all()).isZero();
      assertThat(stage.entityWrites(calls)).isEmpty();
    }
  }

  @Test
  void deletesExactlyWhatVanished() {
    try (Stage stage = new Stage(SandboxSettings.DEFAULT).offsets(50)) {
      stage.run();
      stage.site.vanish(Records.REQUESTS, 10);
      stage.site.vanish(Records.ORGANIZATIONS, 10);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(450);
      assertThat(stage.port.count("jsmOrganization")).isEqualTo(90);
      assertThat(stage.port.count("jsmServiceDesk")).isEqualTo(50);
      assertThat(stage.port.entities()).isEqualTo(expectedLess(stage.settings, 10));
      assertThat(stage.run().exitCode()).isZero();
    }
  }

  @Test
  void takesTheGuidesOwnVariablesAsTheyAre() {
    try (Stage stage = new Stage(SandboxSettings.DEFAULT)) {
      stage
          .with("PAGINATION_TYPE", "link")
          .with("NEXT_LINK_PATH", "_links.next")
          .with("PAGE_SIZE", "50")
          .set("OCEAN__INITIALIZE_PORT_RESOURCES", "true")
          .set("OCEAN__SEND_RAW_DATA_EXAMPLES", "true");

      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.entities()).isEqualTo(expected(stage.settings));
    }
  }

  @Test
  void speaksToTheCatalogInTheOrderThatOceanDoes() {
    try (Stage stage = Stage.small()) {
      stage.run();

      List<String> calls = stage.port.calls().stream().map(MainJobTest::shape).distinct().toList();

      assertThat(calls)
          .containsSubsequence(
              "POST /v1/auth/access_token",
              "GET /v1/integration/my-jsm",
              "PATCH /v1/integration/my-jsm/resync-state",
              "POST /v1/blueprints/jsmServiceDesk/entities/bulk exporter")
          .contains(
              "POST /v1/integration/my-jsm/kinds//rest/servicedeskapi/request/examples",
              "POST /v1/blueprints/jsmCustomerRequest/entities/bulk exporter",
              "POST /v1/blueprints/jsmOrganization/entities/bulk exporter");
      assertThat(
              stage.port.calls().stream()
                  .filter(call -> !call.path().matches("/ingest.*|.*/access_token"))
                  .map(MainJobTest::shape)
                  .toList())
          .endsWith(
              "POST /v1/blueprints/entities/datasource-entities exporter",
              "PATCH /v1/integration/my-jsm/resync-state");
      Recorded bulk = stage.entityWrites(0).getFirst();
      assertThat(bulk.query())
          .startsWith(
              "upsert=true&merge=true&create_missing_related_entities=true&validation_only=false"
                  + "&ocean_info_event_type=resync&ocean_info_resync_id=");
      JsonNode state = stage.port.integration(Stage.IDENTIFIER).orElseThrow().path("resyncState");
      assertThat(state.path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void sendsExamplesWithoutWhatIsPrivate() {
    try (Stage stage = Stage.small()) {
      stage.run();

      JsonNode examples =
          stage
              .port
              .integration(Stage.IDENTIFIER)
              .orElseThrow()
              .path("examples")
              .path("/rest/servicedeskapi/request");

      assertThat(examples).hasSize(5);
      assertThat(examples.toString()).contains("issueKey").doesNotContain("@example.com");
    }
  }

  @Test
  void writesToTheEmbeddedCatalogWithoutCredentialsForAnother() {
    try (Stage stage =
        Stage.small().unset("OCEAN__PORT__").set("OCEAN__INTEGRATION__TYPE", "jsm")) {
      Stage.Ending first = stage.run();
      Stage.Ending second = stage.run();

      assertThat(first.exitCode()).as(first.all()).isZero();
      assertThat(stage.directory().resolve("seaway-data/catalog.db")).exists();
      assertThat(second.exitCode()).as(second.all()).isZero();
      assertThat(second.results()).contains("20      20        0         20        0  complete");
      assertThat(stage.port.calls()).isEmpty();
    }
  }

  private static String shape(Recorded call) {
    return call.method()
        + " "
        + call.path()
        + (call.userAgent().endsWith("/exporter") ? " exporter" : "");
  }

  private static String expected(SandboxSettings settings) {
    return expectedLess(settings, Integer.MAX_VALUE);
  }

  /** The entities by the guide's mapping, written down once more in plain Java. */
  private static String expectedLess(SandboxSettings settings, int everyNth) {
    SandboxRecords records = SandboxRecords.generate(settings);
    List<ObjectNode> entities = new ArrayList<>();
    records.serviceDesks().forEach(desk -> entities.add(desk(desk)));
    thinned(records.requests(), everyNth).forEach(request -> entities.add(request(request)));
    thinned(records.organizations(), everyNth)
        .forEach(organization -> entities.add(organization(organization)));
    entities.sort(
        Comparator.comparing((ObjectNode entity) -> entity.path("blueprint").asText())
            .thenComparing(entity -> entity.path("identifier").asText()));
    return CanonicalJson.write(entities);
  }

  private static List<ObjectNode> thinned(List<ObjectNode> list, int everyNth) {
    List<ObjectNode> left = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      if (index % everyNth != everyNth - 1) {
        left.add(list.get(index));
      }
    }
    return left;
  }

  private static ObjectNode desk(ObjectNode desk) {
    ObjectNode entity = entity("jsmServiceDesk", desk.path("id"), desk.path("projectName"));
    entity
        .putObject("properties")
        .put("projectId", desk.path("projectId").asText())
        .put("projectKey", desk.path("projectKey").asText())
        .put("projectName", desk.path("projectName").asText());
    entity.putObject("relations");
    return entity;
  }

  private static ObjectNode request(ObjectNode request) {
    ObjectNode entity =
        entity("jsmCustomerRequest", request.path("issueId"), request.path("summary"));
    entity
        .putObject("properties")
        .put("issueKey", request.path("issueKey").asText())
        .put("summary", request.path("summary").asText())
        .put("status", request.path("currentStatus").path("status").asText())
        .put("createdAt", request.path("createdDate").path("iso8601").asText());
    entity.putObject("relations").put("serviceDesk", request.path("serviceDeskId").asText());
    return entity;
  }

  private static ObjectNode organization(ObjectNode organization) {
    ObjectNode entity =
        entity("jsmOrganization", organization.path("id"), organization.path("name"));
    ObjectNode properties = entity.putObject("properties");
    properties.put("name", organization.path("name").asText());
    properties.set("scimManaged", organization.path("scimManaged"));
    entity.putObject("relations");
    return entity;
  }

  private static ObjectNode entity(String blueprint, JsonNode identifier, JsonNode title) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("identifier", identifier.asText())
        .put("blueprint", blueprint)
        .put("title", title.asText());
  }
}
