package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.connector.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void hasDefaults() {
    assertThat(new Loading(folder).settings())
        .isEqualTo(
            new Settings(
                Optional.empty(),
                "custom",
                "my-custom-integration",
                new EventListener.Polling(Duration.ofMinutes(1), true),
                Optional.empty(),
                Optional.empty(),
                true,
                PortResourcesOrigin.DEFAULT,
                true,
                false,
                JqChoice.SEAWAY,
                false,
                Duration.ofMinutes(1),
                new Batches(20, 1024 * 1024, 100),
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
                new Operations(8000, Operations.LogLevel.INFO, Duration.ofSeconds(5)),
                new EventStore.Disk(),
                8,
                folder.resolve("seaway-data"),
                false,
                1_000_000,
                false,
                Duration.ofDays(36_500),
                false,
                new Deletions(0.2, 1000, Map.of())));
  }

  @Test
  void takesEveryKey() {
    Loading loading =
        new Loading(folder)
            .file("mapping.yml", "resources: []")
            .file("ca.pem", "")
            .file("token", "t")
            .with("OCEAN__PORT__BASE_URL", "https://api.port.io")
            .with("OCEAN__SEAWAY__MAX_LISTS", "50000")
            .with("OCEAN__PORT__CLIENT_ID", "me")
            .with("OCEAN__PORT__CLIENT_SECRET", "hidden")
            .with("OCEAN__INTEGRATION__TYPE", "Custom")
            .with("OCEAN__INTEGRATION__IDENTIFIER", "My-Desk")
            .with("OCEAN__EVENT_LISTENER__TYPE", "webhook")
            .with("OCEAN__EVENT_LISTENER__APP_HOST", "https://seaway.example")
            .with("OCEAN__SCHEDULED_RESYNC_INTERVAL", "90")
            .with("OCEAN__CONFIG_PATH", "mapping.yml")
            .with("OCEAN__INITIALIZE_PORT_RESOURCES", "no")
            .with("OCEAN__CREATE_PORT_RESOURCES_ORIGIN", "Empty")
            .with("OCEAN__SEND_RAW_DATA_EXAMPLES", "0")
            .with("OCEAN__ALLOW_ENVIRONMENT_VARIABLES_JQ_ACCESS", "True")
            .with("OCEAN__SEAWAY__ALLOW_CHANGING_METHODS", "true")
            .with("OCEAN__SEAWAY__JQ_ENGINE", "Jackson-jq")
            .with("OCEAN__CLIENT_TIMEOUT", "5.5")
            .with("OCEAN__UPSERT_ENTITIES_BATCH_MAX_LENGTH", "10")
            .with("OCEAN__UPSERT_ENTITIES_BATCH_MAX_SIZE_IN_BYTES", "2048")
            .with("OCEAN__DELETE_ENTITIES_MAX_BATCH_SIZE", "50")
            .with("OCEAN__EVENT_WORKERS_COUNT", "3")
            .with("OCEAN__OAUTH_ACCESS_TOKEN_FILE_PATH", "token")
            .with("OCEAN__DATA_DIRECTORY", "/data")
            .with("OCEAN__STRICT", "yes")
            .with("OCEAN__SEAWAY__INFERRED_DELETION_THRESHOLD", "0.5")
            .with("OCEAN__SEAWAY__MAX_LOOK_UPS", "0")
            .with("OCEAN__SEAWAY__CONFIRM_DELETIONS", "{\"desk\": 4}")
            .with("OCEAN__SSL__PORT__VERIFY", "false")
            .with("OCEAN__SEAWAY__ADOPT_ORIGIN", "true")
            .with("OCEAN__SSL__THIRD_PARTY__VERIFY", "FALSE")
            .with("APPLICATION__PORT", "0")
            .with("APPLICATION__LOG_LEVEL", "WARNING")
            .with("HTTP_PROXY", "http://one.example:3128")
            .with("https_proxy", "two.example:3128")
            .with("ALL_PROXY", "socks5://three.example:1080")
            .with("NO_PROXY", "localhost, .example.com")
            .with("SSL_CERT_FILE", "ca.pem")
            .with("SSL_CERT_DIR", ".");

    assertThat(loading.settings())
        .isEqualTo(
            new Settings(
                Optional.of(
                    new PortSettings(URI.create("https://api.port.io"), "me", Secret.of("hidden"))),
                "custom",
                "my-desk",
                new EventListener.Webhook(Optional.of(URI.create("https://seaway.example"))),
                Optional.of(Duration.ofMinutes(90)),
                Optional.of(folder.resolve("mapping.yml")),
                false,
                PortResourcesOrigin.EMPTY,
                false,
                true,
                JqChoice.JACKSON_JQ,
                true,
                Duration.ofMillis(5500),
                new Batches(10, 2048, 50),
                Optional.of(folder.resolve("token")),
                new Network(
                    Optional.of(URI.create("http://one.example:3128")),
                    Optional.of(URI.create("http://two.example:3128")),
                    Optional.of(URI.create("socks5://three.example:1080")),
                    List.of("localhost", ".example.com"),
                    Optional.of(folder.resolve("ca.pem")),
                    Optional.of(folder),
                    false,
                    false),
                new Operations(0, Operations.LogLevel.WARN, Duration.ofSeconds(5)),
                new EventStore.Disk(),
                3,
                Path.of("/data"),
                true,
                50_000,
                true,
                Duration.ofDays(36_500),
                true,
                new Deletions(0.5, 0, Map.of("desk", 4))));
  }

  @Test
  void aRunThatEndsByItselfWaitsForAnHourOrAsLongAsItIsTold() {
    Loading once = new Loading(folder).with("OCEAN__EVENT_LISTENER__TYPE", "ONCE");
    assertThat(once.settings().longestServerWait()).isEqualTo(Duration.ofHours(1));

    once.with("OCEAN__SEAWAY__LONGEST_SERVER_WAIT", "900");
    assertThat(once.settings().longestServerWait()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void asksTheEuropeanCatalogByDefault() {
    Loading loading =
        new Loading(folder)
            .with("OCEAN__PORT__CLIENT_ID", "me")
            .with("OCEAN__PORT__CLIENT_SECRET", "hidden");

    assertThat(loading.settings().port().orElseThrow().baseUrl())
        .isEqualTo(URI.create("https://api.getport.io"));
  }

  @Test
  void takesOceanForTheDefaultResources() {
    Loading loading = new Loading(folder).with("OCEAN__CREATE_PORT_RESOURCES_ORIGIN", "Ocean");

    assertThat(loading.settings().createPortResourcesOrigin())
        .isEqualTo(PortResourcesOrigin.DEFAULT);
  }

  @Test
  void warnsOfAnAddressWithoutCredentials() {
    Loading loading = new Loading(folder).with("OCEAN__PORT__BASE_URL", "https://api.port.io");

    assertThat(loading.warnings())
        .containsExactly(
            "OCEAN__PORT__BASE_URL is not used: without OCEAN__PORT__CLIENT_ID and"
                + " OCEAN__PORT__CLIENT_SECRET the embedded catalog is");
  }

  @Test
  void wantsBothCredentialsOrNone() {
    assertThat(new Loading(folder).with("OCEAN__PORT__CLIENT_ID", "me").faults())
        .containsExactly(
            "OCEAN__PORT is not accepted: OCEAN__PORT__CLIENT_SECRET is missing; set"
                + " OCEAN__PORT__CLIENT_ID and OCEAN__PORT__CLIENT_SECRET, or neither to use the"
                + " embedded catalog");
  }

  @Test
  void wantsTheAddressWithoutItsVersion() {
    assertThat(new Loading(folder).with("OCEAN__PORT__BASE_URL", "https://api.port.io/v1").faults())
        .containsExactly("OCEAN__PORT is not accepted: base_url must not end with /v1");
  }

  @Test
  void wantsFilesThatExist() {
    Loading loading =
        new Loading(folder)
            .with("OCEAN__CONFIG_PATH", "none.yml")
            .with("SSL_CERT_FILE", "none.pem")
            .with("SSL_CERT_DIR", "none");

    assertThat(loading.faults())
        .containsExactly(
            "OCEAN__CONFIG_PATH is \"%s\"; there is no such file, or it may not be read"
                .formatted(folder.resolve("none.yml")),
            "SSL_CERT_FILE is \"%s\"; there is no such file, or it may not be read"
                .formatted(folder.resolve("none.pem")),
            "SSL_CERT_DIR is \"%s\"; there is no such file, or it may not be read"
                .formatted(folder.resolve("none")));
  }

  @Test
  void neverShowsAProxysPassword() {
    Loading good = new Loading(folder).with("HTTP_PROXY", "http://user:s3same@proxy.example:1");
    Loading bad = new Loading(folder).with("HTTPS_PROXY", "ftp://user:s3same@proxy.example:1");

    assertThat(good.settings().toString()).contains("//***@proxy.example").doesNotContain("s3same");
    assertThat(bad.failure().getMessage()).doesNotContain("s3same");
    assertThat(bad.faults())
        .containsExactly(
            "HTTPS_PROXY has a wrong value, which is not shown; must be a proxy's URL, for example"
                + " http://proxy.example.com:3128");
  }

  @Test
  void handsTheEnvironmentToMappingsOnlyWithPermission() {
    Loading closed = new Loading(folder).with("REGION", "s3same");
    assertThat(closed.load().environment()).isEmpty();

    AppConfig open = closed.with("OCEAN__ALLOW_ENVIRONMENT_VARIABLES_JQ_ACCESS", "true").load();

    assertThat(open.environment()).containsEntry("REGION", "s3same");
    assertThat(open.toString()).doesNotContain("s3same");
  }

  @Test
  void neverShowsSecrets() {
    AppConfig loaded =
        new Loading(folder)
            .with("OCEAN__PORT__CLIENT_ID", "me")
            .with("OCEAN__PORT__CLIENT_SECRET", "s3same")
            .option("AUTH_TYPE", "bearer_token")
            .option("API_TOKEN", "s3same")
            .option("CUSTOM_HEADERS", "{\"X-Key\":\"s3same\"}")
            .load();

    assertThat(loaded.toString()).doesNotContain("s3same");
    assertThat(loaded.settings().toString()).doesNotContain("s3same");
  }
}
