package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said in one place, in sentences, with exit code 2, and nothing is written. */
class BadInputTest {

  @Test
  void namesEveryFaultOfTheConfigurationAtOnce() {
    try (Stage stage =
        Stage.small()
            .with("PAGINATION_TYPE", "nxt_link")
            .with("AUTH_TYPE", "basik")
            .with("PAGE_SIZE", "many")
            .with("BASE_URL", "your-domain.atlassian.net")
            .set("APPLICATION__LOG_LEVEL", "loud")
            .set("OCEAN__PORT__CLIENT_SECRET", "")) {
      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(ending.messages())
          .contains("APPLICATION__LOG_LEVEL")
          .contains("loud")
          .contains("OCEAN__INTEGRATION__CONFIG__PAGINATION_TYPE")
          .contains("nxt_link")
          .contains("next_link")
          .contains("OCEAN__INTEGRATION__CONFIG__AUTH_TYPE")
          .contains("OCEAN__INTEGRATION__CONFIG__PAGE_SIZE")
          .contains("OCEAN__INTEGRATION__CONFIG__BASE_URL")
          .contains("OCEAN__PORT__CLIENT_SECRET")
          .doesNotContain("\tat ");
      assertThat(stage.port.calls()).isEmpty();
    }
  }

  @Test
  void servesTheCatalogThatARunWritesTo() {
    try (Stage stage = Stage.small().set("OCEAN__DATA_DIRECTORY", "data")) {
      stage.stop.ask();

      Stage.Ending ending = stage.run("catalog", "--port", "0");

      assertThat(ending.exitCode()).as(ending.all()).isZero();
      assertThat(stage.directory().resolve("data").resolve("catalog.db")).exists();
      assertThat(ending.results()).contains(stage.directory().resolve("data").toString());
    }
  }

  @Test
  void warnsOfAnUnknownVariableAndRefusesItWhereStrict() {
    try (Stage stage = Stage.small().with("PAGINATON_TYPE", "offset")) {
      Stage.Ending lenient = stage.run();
      assertThat(lenient.exitCode()).as(lenient.all()).isZero();
      assertThat(lenient.messages()).contains("PAGINATON_TYPE").contains("PAGINATION_TYPE");

      Stage.Ending strict = stage.set("OCEAN__STRICT", "true").run();
      assertThat(strict.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void saysWhatABrokerIs() {
    try (Stage stage =
        Stage.small().set("OCEAN__EVENT_LISTENER", "{\"type\":\"KAFKA\",\"brokers\":\"x\"}")) {
      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(ending.messages()).contains("no host:port").contains("b-1.example:9096");
      assertThat(stage.port.calls()).isEmpty();
    }
  }

  @Test
  void saysThatNobodyIsAtTheBaseUrl() {
    int port = FreePort.find();
    try (Stage stage = Stage.small()) {
      stage.with("BASE_URL", "http://127.0.0.1:" + port);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(ending.messages()).contains("127.0.0.1:" + port).doesNotContain("\tat ");
      assertThat(stage.port.entities()).isEqualTo("[\n\n]");
    }
  }

  @Test
  void saysThatTheToolDoesNotKnowTheCredentials() {
    try (Stage stage =
        Stage.small().set("OCEAN__INTEGRATION__SECRETS__PASSWORD", "wrong-token-value")) {
      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(ending.messages()).contains("401").doesNotContain("wrong-token-value", "\tat ");
      assertThat(stage.site.requests()).hasSize(1);
    }
  }

  @Test
  void namesEveryFaultOfTheMappingAtOnce() {
    try (Stage stage = Stage.small()) {
      var mapping =
          Stage.object(
              "{'resources':[{'kind':'/a','selector':{'query':'tru','methd':'GET'},'port':{'entity':{'mappings':{'identifier':'.id"
                  + " |','blueprint':'nofunction(1)'}}}}],'entityDeletionThreshold':7}");
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(ending.messages())
          .contains(
              "resources[0].selector.query",
              "identifier",
              "blueprint",
              "nofunction",
              "entityDeletionThreshold");
      assertThat(stage.site.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: [1, 2                       | line
          resources: !!java.io.File /x   | mapping.yml
          resources: 7                   | resources
          {}                             | resources
          """)
  void saysWhatIsWrongWithAMappingFile(String yaml, String said) throws IOException {
    try (Stage stage = Stage.small().set("OCEAN__CONFIG_PATH", "mapping.yml")) {
      Files.writeString(stage.directory().resolve("mapping.yml"), yaml);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).as(ending.all()).isEqualTo(2);
      assertThat(ending.messages()).contains("mapping.yml", said).doesNotContain("\tat ");
    }
  }

  @Test
  void refusesAnAliasBomb() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 12; level++) {
      String alias = "*a" + (level - 1) + ", ";
      bomb.append(
          "a%d: &a%d [%s]\n".formatted(level, level, alias.repeat(10).replaceAll(", $", "")));
    }
    try (Stage stage = Stage.small().set("OCEAN__CONFIG_PATH", "mapping.yml")) {
      Files.writeString(stage.directory().resolve("mapping.yml"), bomb);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(ending.messages()).contains("mapping.yml").doesNotContain("\tat ");
    }
  }

  @ParameterizedTest
  @CsvSource({"not a database at all", "SQLite format 3"})
  void saysThatTheDatabaseIsNone(String content) throws IOException {
    try (Stage stage =
        Stage.small().unset("OCEAN__PORT__").set("OCEAN__INTEGRATION__TYPE", "jsm")) {
      Files.createDirectories(stage.directory().resolve("seaway-data"));
      Files.writeString(stage.directory().resolve("seaway-data/catalog.db"), content.repeat(200));

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(2);
      assertThat(ending.messages()).contains("catalog.db").doesNotContain("\tat ");
      assertThat(Files.readString(stage.directory().resolve("seaway-data/catalog.db")))
          .isEqualTo(content.repeat(200));
    }
  }

  @Test
  void refusesEntitiesOfABlueprintThatIsNotThere() {
    try (Stage stage = Stage.small()) {
      var mapping = Stage.guide();
      ((ObjectNode) mapping.at("/resources/2/port/entity/mappings"))
          .put("blueprint", "\"noSuchBlueprint\"");
      stage.port.integration(Stage.IDENTIFIER, "custom", mapping);

      Stage.Ending ending = stage.run();

      assertThat(ending.exitCode()).isEqualTo(1);
      assertThat(ending.results()).contains("noSuchBlueprint");
      assertThat(stage.port.count("jsmCustomerRequest")).isEqualTo(20);
    }
  }
}
