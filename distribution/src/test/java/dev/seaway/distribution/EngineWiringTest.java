package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.distribution.fake.FakePort;
import dev.seaway.distribution.fake.FaultySite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineWiringTest {

  @TempDir private Path directory = Path.of("");

  private final FaultySite site = FaultySite.start();
  private final FakePort port = FakePort.start();
  private final EngineWiring engine = new EngineWiring(new NoWaits(), new HandTicks());
  private final List<String> secrets = new ArrayList<>();

  @AfterEach
  void stop() {
    site.close();
    port.close();
  }

  @Test
  void carriesTheSiteIntoTheCatalog() {
    Engine.Outcome outcome = run(atPort());

    assertThat(outcome.remarks()).isEmpty();
    assertThat(outcome.complete()).isTrue();
    assertThat(port.count("jsmServiceDesk")).isEqualTo(50);
    assertThat(port.count("jsmCustomerRequest")).isEqualTo(500);
    assertThat(port.count("jsmOrganization")).isEqualTo(100);
    assertThat(secrets).contains(FakePort.CLIENT_SECRET, "sandbox-token");
  }

  @Test
  void aSecondRunRemovesWhatHasVanished() {
    run(atPort());
    site.vanish(FaultySite.Records.REQUESTS, 10);

    assertThat(run(atPort()).remarks())
        .containsExactly(
            "Read again before deleting: /rest/servicedeskapi/request; kept 0 that only the second"
                + " reading found",
            "jsmCustomerRequest: deleted 50 that the tool no longer has"
                + " (/rest/servicedeskapi/request: the last answer says that it is the last one)");
    assertThat(port.count("jsmCustomerRequest")).isEqualTo(450);
  }

  @Test
  void writesToTheEmbeddedCatalogWhereNoPortIsSet() {
    assertThat(run(atSite()).complete()).isTrue();

    List<JsonNode> examples = new ArrayList<>();
    Path database = directory.resolve("seaway-data/catalog.db");
    try (Engine.OpenCatalog catalog = engine.openCatalog(database, "127.0.0.1", 0);
        CatalogReader reader = new CatalogReader(catalog)) {
      examples.addAll(reader.examples(1));
    }
    assertThat(examples)
        .extracting(entity -> entity.path("blueprint").asText())
        .containsExactlyInAnyOrder("jsmServiceDesk", "jsmCustomerRequest", "jsmOrganization");
  }

  @Test
  void createsTheBlueprintsThatLieBesideTheMapping() throws IOException {
    Files.writeString(
        directory.resolve("mapping.yml"),
        """
        resources:
          - kind: /rest/servicedeskapi/organization
            selector: {query: "true", data_path: .values}
            port: {entity: {mappings: {identifier: .id, title: .name, blueprint: '"customer"'}}}
        """);
    Files.writeString(
        directory.resolve("blueprints.json"),
        """
        [{"identifier": "customer", "title": "Customer", "schema": {"properties": {}}}]
        """);
    Map<String, String> environment = atSite();
    environment.put("OCEAN__INTEGRATION__TYPE", "custom");
    environment.put("OCEAN__INTEGRATION__CONFIG__AUTH_TYPE", "basic");
    environment.put("OCEAN__INTEGRATION__CONFIG__PAGINATION_TYPE", "link");
    environment.put("OCEAN__INTEGRATION__CONFIG__NEXT_LINK_PATH", "_links.next");
    environment.put("OCEAN__CONFIG_PATH", "mapping.yml");

    Engine.Outcome outcome = run(environment);

    assertThat(outcome.remarks()).isEmpty();
    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void keepsTheValuesOfConfiguredHeadersOutOfTheLogs() {
    Map<String, String> environment = atPort();
    environment.put("OCEAN__INTEGRATION__CONFIG__CUSTOM_HEADERS", "{\"X-Tenant\": \"hush-hush\"}");

    run(environment);

    assertThat(secrets).contains("hush-hush");
  }

  @Test
  void listsWhatIsBuiltIn() {
    assertThat(engine.connectors(directory))
        .extracting(Engine.ConnectorLine::name)
        .containsExactly("custom", "jsm");
  }

  private Engine.Outcome run(Map<String, String> environment) {
    return engine.run(environment, directory, SyncListener.NONE, secrets::add, new HandStop());
  }

  private Map<String, String> atPort() {
    Map<String, String> environment = atSite();
    environment.put("OCEAN__PORT__BASE_URL", port.baseUrl().toString());
    environment.put("OCEAN__PORT__CLIENT_ID", FakePort.CLIENT_ID);
    environment.put("OCEAN__PORT__CLIENT_SECRET", FakePort.CLIENT_SECRET);
    return environment;
  }

  private Map<String, String> atSite() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "ONCE");
    environment.put("OCEAN__INTEGRATION__TYPE", "jsm");
    environment.put("OCEAN__INTEGRATION__IDENTIFIER", "jsm");
    environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", site.baseUrl().toString());
    environment.put("OCEAN__INTEGRATION__CONFIG__USERNAME", "demo@example.com");
    environment.put("OCEAN__INTEGRATION__CONFIG__PASSWORD", "sandbox-token");
    return environment;
  }
}
