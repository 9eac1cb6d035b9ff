package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

  @TempDir Path folder;

  @Test
  void ofLessWeightGiveWay() {
    Loading loading =
        new Loading(folder)
            .file("config.yaml", "{clientTimeout: 1, scheduledResyncInterval: 1, dataDirectory: a}")
            .file(".env", "OCEAN__CLIENT_TIMEOUT=2\nOCEAN__SCHEDULED_RESYNC_INTERVAL=2")
            .with("OCEAN__CLIENT_TIMEOUT", "3");

    Settings settings = loading.settings();

    assertThat(settings.clientTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.scheduledResyncInterval()).contains(Duration.ofMinutes(2));
    assertThat(settings.dataDirectory()).isEqualTo(folder.resolve("a"));
  }

  @Test
  void readsAWholeConfigYaml() {
    Loading loading =
        new Loading(folder)
            .without("OCEAN__INTEGRATION__TYPE")
            .without("OCEAN__INTEGRATION__CONFIG__BASE_URL")
            .with("PORT_ID", "me")
            .file(
                "config.yaml",
                """
                port:
                  clientId: "{{ from env PORT_ID }}"
                  client_secret: hidden
                initializePortResources: false
                scheduledResyncInterval: "{{ from env NOT_SET }}"
                eventListener:
                  type: POLLING
                  interval: 5
                integration:
                  type: custom
                  identifier: Desk
                  config:
                    baseUrl: https://tool.example
                    pageSize: 7
                    customHeaders: {X-A: b, X-N: 1}
                    linkOrigins: [https://a.example]
                  secrets:
                    apiToken: token
                """);
    Settings settings = loading.settings();

    assertThat(settings.port())
        .contains(
            new PortSettings(URI.create("https://api.getport.io"), "me", Secret.of("hidden")));
    assertThat(settings.initializePortResources()).isFalse();
    assertThat(settings.scheduledResyncInterval()).isEmpty();
    assertThat(settings.listener())
        .isEqualTo(new EventListener.Polling(Duration.ofSeconds(5), true));
    assertThat(settings.identifier()).isEqualTo("desk");
    assertThat(loading.rest().pageSize()).isEqualTo(7);
    assertThat(loading.rest().apiToken()).contains(Secret.of("token"));
    assertThat(loading.rest().customHeaders()).containsEntry("X-A", "b").containsEntry("X-N", "1");
  }

  @Test
  void readsTheProcessesKeysOfDotEnv() {
    Settings settings =
        new Loading(folder)
            .file(".env", "APPLICATION__PORT=9000\nHTTP_PROXY=proxy.example:1")
            .settings();

    assertThat(settings.operations().applicationPort()).isEqualTo(9000);
    assertThat(settings.network().httpProxy())
        .isEqualTo(Optional.of(URI.create("http://proxy.example:1")));
  }

  @Test
  void takesSeawayForOcean() {
    Loading loading =
        new Loading(folder)
            .with("SEAWAY__CLIENT_TIMEOUT", "9")
            .with("seaway__integration__config__page_size", "8")
            .with("OCEAN__INTEGRATION__CONFIG__PAGE_SIZE", "8");

    assertThat(loading.settings().clientTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(loading.rest().pageSize()).isEqualTo(8);
  }

  @Test
  void leavesOtherProgramsVariablesAlone() {
    assertThat(
            new Loading(folder)
                .with("OCEAN_PORT_80_TCP", "tcp://10.0.0.1:80")
                .with("PATH", "/bin")
                .file(".env", "OTHER=1")
                .warnings())
        .isEmpty();
  }

  @Test
  void namesThePlaceOfAKeyInConfigYaml() {
    Loading loading =
        new Loading(folder)
            .file("config.yaml", "integration: {config: {pageSize: many, pageSiz: 3}}");

    assertThat(loading.failure().problems())
        .extracting(ConfigProblem::line)
        .containsExactly(
            "config.yaml: integration.config.pageSize is \"many\"; must be a whole number from 1"
                + " to 100000",
            "config.yaml: integration.config.pageSiz is not a known key and has no effect. Did you"
                + " mean pageSize?");
  }

  @Test
  void namesTheLineOfAFaultInAFile() {
    Loading loading =
        new Loading(folder).file("config.yaml", "a: b\n  c: d").file(".env", "A=1\nnonsense");

    assertThat(loading.faults())
        .containsExactly(
            ".env cannot be read: line 2 is not of the form KEY=VALUE",
            "config.yaml cannot be read: line 2, column 4: mapping values are not allowed here");
  }

  @Test
  void refusesAConfigYamlThatIsAList() {
    assertThat(new Loading(folder).file("config.yaml", "- a").faults())
        .containsExactly("config.yaml cannot be read: it must hold keys and their values");
  }

  @Test
  void takesAnEmptyConfigYaml() {
    assertThat(new Loading(folder).file("config.yaml", "# nothing\n").warnings()).isEmpty();
  }

  @Test
  void warnsOfAMappingInConfigYaml() {
    assertThat(new Loading(folder).file("config.yaml", "resources: [{kind: x}]").warnings())
        .containsExactly(
            "config.yaml: resources is accepted and ignored, because the mapping is read from"
                + " OCEAN__CONFIG_PATH or from the catalog");
  }
}
