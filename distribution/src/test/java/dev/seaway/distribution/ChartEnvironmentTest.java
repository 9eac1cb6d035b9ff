package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.distribution.fake.FakePort;
import dev.seaway.distribution.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the chart makes of the guide's values, of which its EnvironmentTest says that it is what
 * users had, carries the site.
 */
class ChartEnvironmentTest {

  private static final Path ROWS = Path.of("../helm/src/test/resources/environment.yml");
  private static final String IDENTIFIER = "my-ocean-jsm-integration";

  @Test
  void carriesTheWholeSiteWithTheGuidesValues() throws IOException {
    try (Stage chart = new Stage(SandboxSettings.DEFAULT);
        Stage here = new Stage(SandboxSettings.DEFAULT).nextLinks(50)) {
      here.run();
      chart.port.integration(IDENTIFIER, "custom", Stage.guide());
      chart.environment().clear();
      chart.environment().putAll(guide());
      assertThat(chart.environment()).hasSize(16).containsValue(IDENTIFIER);

      Stage.Ending ending =
          addressed(chart).set("OCEAN__EVENT_LISTENER", "{\"type\":\"ONCE\"}").run();

      assertThat(ending.exitCode()).as(ending.messages()).isZero();
      assertThat(chart.port.count("jsmServiceDesk")).isEqualTo(50);
      assertThat(chart.port.count("jsmCustomerRequest")).isEqualTo(500);
      assertThat(chart.port.count("jsmOrganization")).isEqualTo(100);
      assertThat(chart.port.entities()).isEqualTo(here.port.entities());
    }
  }

  /** The first row of the table. */
  private static Map<String, String> guide() throws IOException {
    String rows = Files.readString(ROWS);
    Map<String, String> environment = new TreeMap<>();
    Pattern.compile("^ {4}(OCEAN__\\w+): ['\"]?(.*?)['\"]?$", Pattern.MULTILINE)
        .matcher(rows.substring(0, rows.indexOf("- name: defaults")))
        .results()
        .forEach(found -> environment.put(found.group(1), found.group(2)));
    return environment;
  }

  /** Addresses and accounts are the only words of the guide that cannot be used as they stand. */
  private static Stage addressed(Stage stage) {
    return stage
        .with("BASE_URL", stage.site.baseUrl().toString())
        .with("USERNAME", stage.settings.username())
        .with("PASSWORD", stage.settings.token())
        .set("OCEAN__PORT__CLIENT_ID", FakePort.CLIENT_ID)
        .set("OCEAN__PORT__CLIENT_SECRET", FakePort.CLIENT_SECRET)
        .set("OCEAN__PORT__BASE_URL", stage.port.baseUrl().toString());
  }
}
