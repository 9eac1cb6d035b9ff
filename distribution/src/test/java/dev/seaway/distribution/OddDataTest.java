package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.distribution.fake.Fault;
import dev.seaway.distribution.fake.FaultySite.Records;
import dev.seaway.distribution.fake.PortFault;
import dev.seaway.distribution.fake.When;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Odd data, odd mappings and odd answers delete nothing that the tool still has. */
class OddDataTest {

  private static final String DESKS = "/rest/servicedeskapi/servicedesk";

  @Test
  void keepsWhatStillRelatesToADeletedEntityByARelationThatIsNoLongerMapped() {
    try (Stage stage = Stage.small()) {
      stage.run();
      ObjectNode mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/1/port/entity/mappings")).remove("relations");
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);
      stage.site.vanish(Records.SERVICE_DESKS, 3);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
      assertThat(stage.port.count("jsmServiceDesk")).isEqualTo(3);
      assertThat(ending.results()).contains("the catalog refused");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          [.values[] | select((.issueId | tonumber) > 20012)]          ; 0
          (.values // []) | map(select((.issueId | tonumber) > 20012)) ; 0
          .["values"] | map(select((.issueId | tonumber) > 20012))     ; 1
          """)
  void readsPastAPageThatTheDataPathLeavesOutAsAWholeOrSaysThatItCannot(
      String dataPath, int exitCode) {
    try (Stage stage = Stage.small().offsets(4)) {
      stage.run();
      ObjectNode mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/1/selector")).put("data_path", dataPath);
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(exitCode);
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(exitCode == 0 ? 8 : 20);
    }
  }

  @Test
  void readsAListOnceThatIsAKindAndTheParentOfAnother() {
    try (Stage stage = Stage.small()) {
      stage.port.blueprint(Queues.blueprint());
      ObjectNode mapping = Stage.guide();
      ((ArrayNode) mapping.path("resources")).add(Queues.resource());
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.port.count("queue")).isPositive();
      assertThat(stage.site.requests()).filteredOn(When.path(DESKS)).hasSize(1);
    }
  }

  @Test
  void cautionsWhereEveryRecordOfAKindIsDropped() {
    try (Stage stage = Stage.small()) {
      stage.run();
      String before = stage.port.entities();
      ObjectNode mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/1/port/entity/mappings")).put("identifier", ".nothing");
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);

      Stage.Ending ending = stage.run();

      assertThat(ending.results())
          .contains("  CAUTION", "/request is CAUTION: ", "not one of its records");
      assertThat(stage.port.entities()).isEqualTo(before);
    }
  }

  @Test
  void leavesAnEntityThatCameAsEmptyObject() {
    try (Stage stage = Stage.small()) {
      stage.run();
      stage.site.changeRequest(3, ObjectNode::removeAll);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(ending.results()).contains("made of a null");
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
      assertThat(stage.port.entities()).doesNotContain("\"identifier\":\"null\"");
    }
  }

  @Test
  void deletesAnEntityWhoseRecordTheMappingLeavesOut() {
    try (Stage stage = Stage.small()) {
      stage.run();
      ObjectNode mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/1/port/entity/mappings"))
          .put("identifier", ".issueId // empty | tostring");
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);
      stage.site.changeRequest(3, ObjectNode::removeAll);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(19);
    }
  }

  @Test
  void takesAFirstSyncWithARecordThatCannotBeIdentified() {
    try (Stage stage = Stage.small()) {
      stage.site.changeRequest(3, ObjectNode::removeAll);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.results()).contains("CAUTION");
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(19);
    }
  }

  @Test
  void saysLoudlyThatNotOneRecordCame() {
    try (Stage stage = Stage.small()) {
      for (Records list : Records.values()) {
        stage.site.vanish(list, 1);
      }

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(ending.messages()).contains("WARN", "not one record came", "permissions");
    }
  }

  @Test
  void saysWhatABlueprintLacksBeforeTheFirstPage() {
    try (Stage stage = Stage.small()) {
      ObjectNode mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/0/port/entity/mappings/properties"))
          .put("projectKeys", ".projectKey");
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);

      Stage.Ending ending = stage.run();

      assertThat(ending.messages().lines().filter(line -> line.contains("WARN")).findFirst())
          .get()
          .asString()
          .contains("jsmServiceDesk lacks", "projectKeys (did you mean projectKey?)");
    }
  }

  @Test
  void comesToAnEndWhereEntitiesRelateToEachOtherAndNoneMayBeCreated() {
    try (Stage stage = Stage.small()) {
      stage.port.blueprint(
          Stage.object(
              "{'identifier':'jsmOrganization','schema':{'properties':{}},"
                  + "'relations':{'next':{'target':'jsmOrganization'}}}"));
      ObjectNode mapping = Stage.guide().put("createMissingRelatedEntities", false);
      ((ObjectNode) mapping.at("/resources/2/port/entity/mappings"))
          .putObject("relations")
          .put("next", "if .id == \"1\" then \"2\" else \"1\" end");
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(ending.results()).contains("refused by the catalog (404)");
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          /entities/search           ; {"ok":false}                                ; 0
          /entities/search           ; []                                          ; 0
          /entities/search           ; {"entities":[null,{"identifier":7}]}        ; 0
          /datasource-entities       ; {"ok":true}                                 ; 1
          /datasource-entities       ; {"entities":[{"blueprint":"jsmServiceDesk"}]} ; 1
          /datasource-entities       ; {"entities":[],"next":"again"}              ; 1
          /bulk/entities/delete      ; {"ok":true}                                 ; 1
          """)
  void endsAsItShouldOnAnOddAnswer(String path, String answer, int exitCode) {
    try (Stage stage = Stage.small()) {
      stage.run();
      stage.site.vanish(Records.REQUESTS, 10);
      stage.port.on(When.path(path), new PortFault.Status(200, Map.of(), answer));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(exitCode);
      assertThat(stage.port.count("jsmServiceDesk")).isEqualTo(3);
      assertThat(stage.port.count("jsmOrganization")).isEqualTo(6);
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(exitCode == 0 ? 18 : 20);
      assertThat(ending.results().contains("deleted 2 that")).isEqualTo(exitCode == 0);
      stage.port.heal();
      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(18);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          202 ; {"ok":true,"entities":[]}
          206 ; {"ok":true,"entities":[]}
          200 ; {"ok":false,"entities":[]}
          200 ; <html><body>Sign in</body></html>
          """)
  void deletesNothingAndSaysSoWhereTheCatalogDoesNotListAllThatItHolds(int status, String answer) {
    try (Stage stage = Stage.small()) {
      stage.run();
      stage.site.vanish(Records.REQUESTS, 10);
      stage.port.on(
          When.path("/datasource-entities"), new PortFault.Status(status, Map.of(), answer));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isIn(1, 2);
      assertThat(ending.all()).containsPattern("[Dd]atasource-entities|nothing is deleted");
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
      stage.port.heal();
      assertThat(stage.run().exitCode()).isZero();
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(18);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"ok":false}
          {"ok":true,"entities":[{"index":7},{"index":"x"},null]}
          []
          """)
  void isIncompleteWhereABulkIsNotConfirmed(String answer) {
    try (Stage stage = Stage.small()) {
      stage.port.on(When.path("/entities/bulk"), new PortFault.Status(200, Map.of(), answer));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(ending.results()).contains("does not mention it");
    }
  }

  @ParameterizedTest
  @CsvSource({"deep", "key"})
  void writesTheOthersOfABulkWithARecordThatTheCatalogCannotTake(String odd) throws IOException {
    try (Stage stage =
        Stage.small()
            .unset("OCEAN__PORT__")
            .set("OCEAN__INTEGRATION__TYPE", "jsm")
            .set("OCEAN__CONFIG_PATH", "mapping.yml")) {
      ObjectNode mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/1/port/entity/mappings/properties"))
          .put("summary", ".odd // .summary");
      Files.writeString(stage.directory().resolve("mapping.yml"), mapping.toString());
      String value =
          odd.equals("deep")
              ? "[".repeat(110) + "]".repeat(110)
              : "{'" + "k".repeat(60_000) + "':1}";
      stage.site.on(When.path("/request"), new Fault.Status(200, Map.of(), requests(20, 7, value)));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(1);
      assertThat(ending.results()).containsPattern("/request +20 +20 +19 +0 +1 ");
    }
  }

  private static String requests(int count, int odd, String value) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                "{'issueId':'%d','serviceDeskId':'1','summary':'s','odd':%s}"
                    .formatted(number, number == odd ? value : "null"))
        .collect(Collectors.joining(",", "{'isLastPage':true,'values':[", "]}"))
        .replace('\'', '"');
  }

  @Test
  void startsOnAnEmptyCatalogWithAMappingOfOneOfTwoRelatedBlueprints() throws IOException {
    try (Stage stage =
        Stage.small()
            .unset("OCEAN__PORT__")
            .set("OCEAN__INTEGRATION__TYPE", "jsm")
            .set("OCEAN__CONFIG_PATH", "mapping.yml")) {
      ObjectNode mapping = Stage.guide();
      ((ArrayNode) mapping.path("resources")).remove(2);
      ((ArrayNode) mapping.path("resources")).remove(0);
      Files.writeString(stage.directory().resolve("mapping.yml"), mapping.toString());

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isZero();
    }
  }
}
