package dev.seaway.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.config.AppConfig;
import dev.seaway.core.config.ConfigLoader;
import dev.seaway.core.plugin.Plugins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The values that users have come to the environment that they had. */
class EnvironmentTest {

  /** One row of {@code environment.yml}. */
  record Row(String name, JsonNode values, String kind, Map<String, String> environment) {
    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir private Path folder = Path.of("");

  static Stream<Row> rows() throws IOException {
    try (InputStream stream = EnvironmentTest.class.getResourceAsStream("/environment.yml")) {
      return StreamSupport.stream(Chart.YAML.readTree(stream).spliterator(), false)
          .map(EnvironmentTest::row);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void comesFromAValuesFile(Row row) throws IOException {
    Path file = folder.resolve("values.yaml");
    Chart.YAML.writeValue(file.toFile(), row.values());

    assertThat(environment(Chart.render(file), row)).containsAllEntriesOf(row.environment());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void comesFromSetOptions(Row row) throws IOException {
    Path none = folder.resolve("empty.yaml");
    Chart.YAML.writeValue(none.toFile(), Map.of());
    List<String> assignments = new ArrayList<>();
    flatten("", row.values(), assignments);

    assertThat(environment(Chart.set(none, assignments.toArray(String[]::new)), row))
        .containsAllEntriesOf(row.environment());
  }

  @Test
  void isUnderstoodBySeawayToTheLastName() throws IOException {
    Rendered guide =
        Chart.set(
            Chart.example("guide"), "integration.config.baseUrl=https://example.atlassian.net");
    Map<String, String> environment = guide.environment(guide.only("Deployment"));
    environment.put("OCEAN__STRICT", "true");

    try (Plugins plugins = Plugins.load(folder)) {
      AppConfig loaded = new ConfigLoader(environment, folder).load(plugins);

      assertThat(loaded.settings().identifier()).isEqualTo("my-ocean-jsm-integration");
      assertThat(loaded.warnings()).isEmpty();
    }
  }

  @Test
  void holdsEachOptionThatPortOceanLacksUnderTheNameThatSeawayReads() throws IOException {
    Row row = rows().toList().getLast();
    Path file = folder.resolve("values.yaml");
    Chart.YAML.writeValue(file.toFile(), row.values());
    Map<String, String> environment = environment(Chart.render(file), row);
    environment.put("OCEAN__STRICT", "true");
    environment.put("OCEAN__INTEGRATION__CONFIG__BASE_URL", "https://example.org");

    try (Plugins plugins = Plugins.load(folder)) {
      AppConfig loaded = new ConfigLoader(environment, folder).load(plugins);

      assertThat(loaded.settings().mostLists()).isEqualTo(2_000_000);
      assertThat(loaded.settings().deletions().confirmed())
          .containsEntry("jsmCustomerRequest", 320);
      assertThat(loaded.warnings()).isEmpty();
    }
  }

  private static Map<String, String> environment(Rendered rendered, Row row) {
    return rendered.environment(rendered.only(row.kind()));
  }

  private static void flatten(String path, JsonNode node, List<String> assignments) {
    if (node.isObject()) {
      String prefix = path.isEmpty() ? "" : path + ".";
      node.properties().forEach(e -> flatten(prefix + e.getKey(), e.getValue(), assignments));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + i + "]", node.path(i), assignments);
      }
    } else {
      assignments.add(path + "=" + node.asText());
    }
  }

  private static Row row(JsonNode row) {
    Map<String, String> environment = new TreeMap<>();
    row.path("environment")
        .properties()
        .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
    String kind = row.path("kind").asText("Deployment");
    return new Row(row.path("name").asText(), row.path("values"), kind, environment);
  }
}
