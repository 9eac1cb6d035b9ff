package dev.seaway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.FakeApi;
import dev.seaway.core.SeawayException;
import dev.seaway.core.config.Batches;
import dev.seaway.core.config.Deletions;
import dev.seaway.core.config.EventListener;
import dev.seaway.core.config.EventStore;
import dev.seaway.core.config.JqChoice;
import dev.seaway.core.config.Network;
import dev.seaway.core.config.Operations;
import dev.seaway.core.config.PortResourcesOrigin;
import dev.seaway.core.config.Settings;
import dev.seaway.core.plugin.Resources;
import dev.seaway.jq.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingChoiceTest {

  private static final String RESOURCE =
      "{'kind':'/a','port':{'entity':{'mappings':{'identifier':'.id','blueprint':'.b'}}}}";
  private static final JsonNode MAPPING = FakeApi.json("{'resources':[" + RESOURCE + "]}");
  private static final Resources DEFAULTS = new Resources(Optional.empty(), Optional.of(MAPPING));
  private static final Resources NONE = new Resources(Optional.empty(), Optional.empty());

  @Test
  void takesTheFileBeforeAllElse(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mapping.yml"), "resources: []");

    MappingChoice choice = MappingChoice.of(settings(Optional.of(file)), catalog("{}"), DEFAULTS);

    assertThat(choice.origin()).endsWith("mapping.yml");
  }

  @Test
  void takesWhatTheCatalogHoldsBeforeTheDefault() {
    MappingChoice choice =
        MappingChoice.of(settings(), catalog("{'config':" + MAPPING + "}"), DEFAULTS);

    assertThat(choice.origin()).isEqualTo("the catalog's integration my-desk");
    assertThat(choice.parse(settings(), Programs.of(Map.of())).resources()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'config':null}",
        "{'config':{}}",
        "{'config':{'resources':null}}",
        "{'config':{'entityDeletionThreshold':0.5,'resources':[]}}"
      })
  void takesTheDefaultWhereTheCatalogHasNoResources(String state) {
    assertThat(MappingChoice.of(settings(), catalog(state), DEFAULTS).origin())
        .isEqualTo("the default mapping of desk");
    assertThatThrownBy(() -> MappingChoice.of(settings(), catalog(state), NONE))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("OCEAN__CONFIG_PATH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'resources':'none'}", "{'resources':{}}", "'text'", "[]", "7"})
  void refusesAMappingOfTheCatalogThatIsNone(String config) {
    MappingChoice choice =
        MappingChoice.of(settings(), catalog("{'config':" + config + "}"), DEFAULTS);

    assertThatThrownBy(() -> choice.parse(settings(), Programs.of(Map.of())))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("the catalog's integration my-desk");
  }

  @Test
  void aMappingThatReadsTheEnvironmentNeedsPermission() {
    JsonNode mapping = FakeApi.json(MAPPING.toString().replace("\".id\"", "\"env.REGION\""));
    MappingChoice choice = new MappingChoice("x", mapping);

    assertThat(choice.parse(settings(), Programs.of(Map.of("REGION", "eu"))).resources())
        .hasSize(1);
    assertThatThrownBy(() -> choice.parse(settings(), Programs.of(Map.of())))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("resources[0].port.entity.mappings.identifier")
        .hasMessageContaining("OCEAN__ALLOW_ENVIRONMENT_VARIABLES_JQ_ACCESS=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "patch", "DELETE"})
  void aMethodThatChangesThingsNeedsPermission(String method) {
    String selector = "{'query':'true','method':'" + method + "'}";
    String resource = RESOURCE.replace("'kind':'/a'", "'kind':'/a','selector':" + selector);
    MappingChoice choice =
        new MappingChoice("x", FakeApi.json("{'resources':[" + RESOURCE + "," + resource + "]}"));

    assertThat(choice.parse(settings(Optional.empty(), true), Programs.of(Map.of())).resources())
        .hasSize(2);
    assertThatThrownBy(() -> choice.parse(settings(), Programs.of(Map.of())))
        .isInstanceOf(SeawayException.class)
        .hasMessageContaining("resources[1].selector.method: is " + method.toUpperCase(Locale.ROOT))
        .hasMessageContaining("OCEAN__SEAWAY__ALLOW_CHANGING_METHODS=true");
  }

  @Test
  void readingByPostIsNoChange() {
    String resource =
        RESOURCE.replace("'kind':'/a'", "'kind':'/a','selector':{'query':'true','method':'POST'}");
    MappingChoice choice = new MappingChoice("x", FakeApi.json("{'resources':[" + resource + "]}"));

    assertThat(choice.parse(settings(), Programs.of(Map.of())).resources()).hasSize(1);
  }

  private static Optional<JsonNode> catalog(String state) {
    return Optional.of(FakeApi.json(state));
  }

  private static Settings settings() {
    return settings(Optional.empty());
  }

  private static Settings settings(Optional<Path> mappingFile) {
    return settings(mappingFile, false);
  }

  private static Settings settings(Optional<Path> mappingFile, boolean allowChangingMethods) {
    return new Settings(
        Optional.empty(),
        "desk",
        "my-desk",
        new EventListener.Once(),
        Optional.empty(),
        mappingFile,
        true,
        PortResourcesOrigin.DEFAULT,
        false,
        false,
        JqChoice.SEAWAY,
        allowChangingMethods,
        Duration.ofSeconds(1),
        new Batches(20, 1 << 20, 100),
        Optional.empty(),
        new Network(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            true,
            true),
        new Operations(0, Operations.LogLevel.INFO, Duration.ofSeconds(5)),
        new EventStore.Disk(),
        8,
        Path.of("data"),
        false,
        1_000_000,
        false,
        Duration.ofHours(1),
        false,
        new Deletions(0.2, 1000, Map.of()));
  }
}
