package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.Connector;
import dev.seaway.core.config.ConfigReference;
import dev.seaway.core.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of all options is what the configuration records say; {@code -Dseaway.write=true} writes
 * it anew.
 */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("../docs/configuration.md");

  @TempDir private Path folder = Path.of("");

  @Test
  void saysWhatTheConfigurationRecordsSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean("seaway.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("run ConfigurationPageTest with -Dseaway.write=true")
        .isEqualTo(page);
  }

  private String page() {
    try (Plugins plugins = Plugins.load(folder)) {
      List<ConfigReference.Key> custom = ConfigReference.of(connector(plugins, "custom"));
      List<ConfigReference.Key> jsm = ConfigReference.of(connector(plugins, "jsm"));
      return """
      # All options

      A test writes this page from the configuration records. It shows each option by its name in the environment; in `config.yaml`
      `OCEAN__INTEGRATION__CONFIG__PAGE_SIZE` is `integration.config.pageSize`. The [README](../README.md#configuration) says how
      Seaway reads options.

      ## Seaway

      %s
      ## `integration.config` of type `custom`

      `OCEAN__INTEGRATION__SECRETS__*` is read as well; `OCEAN__INTEGRATION__CONFIG__*` takes precedence.

      %s
      ## `integration.config` of type `jsm`

      The same options, with these differences:

      %s\
      """
          .formatted(
              table(ConfigReference.own()),
              table(custom),
              table(jsm.stream().filter(key -> !custom.contains(key)).toList()));
    }
  }

  private static Connector<?> connector(Plugins plugins, String name) {
    return plugins.find(name).orElseThrow();
  }

  private static String table(List<ConfigReference.Key> keys) {
    return keys.stream()
        .map(ConfigurationPageTest::row)
        .collect(
            Collectors.joining(
                "", "| option | meaning | accepted | default |\n|---|---|---|---|\n", ""));
  }

  private static String row(ConfigReference.Key key) {
    String secret = key.secret() ? "; a secret" : "";
    String byDefault = key.byDefault().map(value -> "`" + value + "`").orElse("");
    return "| `%s` | %s | %s%s | %s |\n"
        .formatted(
            key.name(),
            cell(key.meaning()),
            cell(key.accepted()),
            secret,
            key.required() ? "required" : byDefault);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
