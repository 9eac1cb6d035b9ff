package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeysTest {

  @TempDir Path folder;

  @Test
  void areWarningsUnlessStrict() {
    Loading loading =
        new Loading(folder)
            .with("OCEAN__PROT__CLIENT_ID", "me")
            .with("OCEAN__SCHEDULED_RESYNC_INTERVALL", "60")
            .with("OCEAN__INTEGRATION__CONFIGS", "{}")
            .with("OCEAN__COFFEE", "strong")
            .with("OCEAN_PORT__CLIENT_ID", "me")
            .with("OCEAN_SERVICE_PORT", "80")
            .with("OCEAN__PORT_BASE_URL", "https://port.example")
            .with("OCEAN__TEA", "");
    List<String> lines =
        List.of(
            "OCEAN__COFFEE is not a known key and has no effect",
            "OCEAN_PORT__CLIENT_ID is not read, for keys begin with OCEAN__. Did you mean"
                + " OCEAN__PORT__CLIENT_ID?",
            "OCEAN__PORT_BASE_URL is not a known key and has no effect. Did you mean"
                + " OCEAN__PORT__BASE_URL?",
            "OCEAN__INTEGRATION__CONFIGS is not a known key and has no effect. Did you mean"
                + " OCEAN__INTEGRATION__CONFIG?",
            "OCEAN__PROT__CLIENT_ID is not a known key and has no effect. Did you mean"
                + " OCEAN__PORT__CLIENT_ID?",
            "OCEAN__SCHEDULED_RESYNC_INTERVALL is not a known key and has no effect. Did you mean"
                + " OCEAN__SCHEDULED_RESYNC_INTERVAL?");

    assertThat(loading.warnings()).containsExactlyInAnyOrderElementsOf(lines);
    assertThat(loading.with("OCEAN__STRICT", "true").faults())
        .containsExactlyInAnyOrderElementsOf(lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LAKEHOUSE_ENABLED",
        "PROCESSING_MODE",
        "STREAMING__ENABLED",
        "PROCESS_EXECUTION_MODE",
        "CACHING_STORAGE_MODE",
        "ACTIONS_PROCESSOR__ENABLED",
        "LIVE_EVENTS__WORKERS",
        "METRICS__ENABLED",
        "BASE_URL",
        "PATH_PREFIX",
        "MAX_EVENT_PROCESSING_SECONDS"
      })
  void areNotThoseOfOcean(String name) {
    Loading loading =
        new Loading(folder).with("OCEAN__STRICT", "true").with("OCEAN__" + name, "true");

    assertThat(loading.warnings())
        .singleElement()
        .asString()
        .startsWith("OCEAN__" + name + " is accepted and ignored, because ");
  }
}
