package dev.seaway.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Secret;
import dev.seaway.connector.rest.RestConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestConfigBindingTest {

  private static final String TOKEN_REQUEST = "{\"endpoint\":\"/token\",\"body\":{\"id\":\"me\"}}";
  private static final String TEMPLATE = "{\"headers\":{\"Authorization\":\"Bearer {{.token}}\"}}";

  @TempDir Path folder;

  @Test
  void hasDefaults() {
    assertThat(new Loading(folder).rest())
        .isEqualTo(
            new RestConfig(
                URI.create("https://tool.example"),
                RestConfig.AuthType.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "X-API-Key",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                RestConfig.PaginationType.NONE,
                100,
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                100,
                "@odata.nextLink",
                "next",
                List.of(),
                Duration.ofSeconds(30),
                true,
                10,
                Optional.empty()));
  }

  @Test
  void takesEveryOption() throws Exception {
    JsonMapper json = new JsonMapper();
    Loading loading =
        new Loading(folder)
            .with("TENANT", "blue")
            .option("BASE_URL", "https://host/ex/jira/x")
            .option("AUTH_TYPE", "CUSTOM")
            .option("USERNAME", "me@example.com")
            .option("PASSWORD", " hidden ")
            .option("API_TOKEN", "token")
            .option("API_KEY", "key")
            .option("API_KEY_HEADER", "X-Key")
            .option("CUSTOM_AUTH_REQUEST", TOKEN_REQUEST)
            .option("CUSTOM_AUTH_RESPONSE", TEMPLATE)
            .option("CUSTOM_HEADERS", "{\"X-Tenant\":\"t-${TENANT}\",\"Accept\":\"text/json\"}")
            .option("PAGINATION_TYPE", "Cursor")
            .option("PAGE_SIZE", "25")
            .option("PAGINATION_PARAM", "after")
            .option("SIZE_PARAM", "first")
            .option("START_PAGE", "0")
            .option("CURSOR_PATH", "page.end")
            .option("HAS_MORE_PATH", "page.more")
            .option("LAST_PAGE_PATH", "page.last")
            .option("PAGINATION_IN", "Body")
            .option("TOTAL_PATH", "page.total")
            .option("TOTAL_HEADER", "X-All")
            .option("PAGES_PATH", "page.pages")
            .option("IGNORED_SIGNS", "[\"/count\", \"X-Total\"]")
            .option("END_STATUS", "[404, 400]")
            .option("END_CURSORS", "[\"0\"]")
            .option("MAX_EMPTY_PAGES", "1000")
            .option("RECORD_KEY_PATH", "ref")
            .option("NEXT_LINK_PATH", "_links.next")
            .option("HEADER_LINK_REL", "following")
            .option("LINK_ORIGINS", "[\"https://site.example\"]")
            .option("TIMEOUT", "45")
            .option("VERIFY_SSL", "false")
            .option("MAX_CONCURRENT_REQUESTS", "3")
            .option("WEBHOOK_SECRET", "webhook");

    RestConfig config = loading.rest();

    assertThat(config)
        .isEqualTo(
            new RestConfig(
                URI.create("https://host/ex/jira/x"),
                RestConfig.AuthType.CUSTOM,
                Optional.of("me@example.com"),
                Optional.of(Secret.of("hidden")),
                Optional.of(Secret.of("token")),
                Optional.of(Secret.of("key")),
                "X-Key",
                Optional.of(json.readTree(TOKEN_REQUEST)),
                Optional.of(json.readTree(TEMPLATE)),
                Map.of("X-Tenant", "t-blue", "Accept", "text/json"),
                RestConfig.PaginationType.CURSOR,
                25,
                Optional.of("after"),
                Optional.of("first"),
                0,
                Optional.of("page.end"),
                Optional.of(RestConfig.PaginationIn.BODY),
                Optional.of("page.more"),
                Optional.of("page.last"),
                Optional.of("page.total"),
                Optional.of("X-All"),
                Optional.of("page.pages"),
                List.of("/count", "X-Total"),
                List.of(404, 400),
                List.of("0"),
                Optional.of("ref"),
                1000,
                "_links.next",
                "following",
                List.of(URI.create("https://site.example")),
                Duration.ofSeconds(45),
                false,
                3,
                Optional.of(Secret.of("webhook"))));
    assertThat(config.customHeaders().keySet()).containsExactly("X-Tenant", "Accept");
  }

  /** The {@code -e} lines of Port's Docker guide for JSM, with a domain filled in. */
  @Test
  void takesTheDockerGuideAsItIs() {
    Loading loading =
        new Loading(folder)
            .with("OCEAN__EVENT_LISTENER", "{\"type\":\"ONCE\"}")
            .with("OCEAN__INITIALIZE_PORT_RESOURCES", "true")
            .with("OCEAN__SEND_RAW_DATA_EXAMPLES", "true")
            .with("OCEAN__INTEGRATION__CONFIG__BASE_URL", "https://your-domain.atlassian.net")
            .with("OCEAN__INTEGRATION__CONFIG__AUTH_TYPE", "basic")
            .with("OCEAN__INTEGRATION__SECRETS__USERNAME", "YOUR_ATLASSIAN_EMAIL")
            .with("OCEAN__INTEGRATION__SECRETS__PASSWORD", "YOUR_JIRA_API_TOKEN")
            .with("OCEAN__INTEGRATION__CONFIG__PAGINATION_TYPE", "link")
            .with("OCEAN__INTEGRATION__CONFIG__NEXT_LINK_PATH", "_links.next")
            .with("OCEAN__INTEGRATION__CONFIG__PAGE_SIZE", "50")
            .with("OCEAN__PORT__CLIENT_ID", "YOUR_PORT_CLIENT_ID")
            .with("OCEAN__PORT__CLIENT_SECRET", "YOUR_PORT_CLIENT_SECRET")
            .with("OCEAN__PORT__BASE_URL", "https://api.port.io")
            .with("OCEAN__INTEGRATION__TYPE", "custom");
    Loading.Recorder<RestConfig> custom = Loading.rest("custom", Map.of());

    AppConfig loaded = loading.connector(custom).load();

    RestConfig config = custom.seen().getFirst();
    assertThat(config.paginationType()).isEqualTo(RestConfig.PaginationType.NEXT_LINK);
    assertThat(config.nextLinkPath()).isEqualTo("_links.next");
    assertThat(config.pageSize()).isEqualTo(50);
    assertThat(loaded.source().auth())
        .isEqualTo(new Auth.Basic("YOUR_ATLASSIAN_EMAIL", Secret.of("YOUR_JIRA_API_TOKEN")));
    assertThat(loaded.settings().listener()).isEqualTo(new EventListener.Once());
    assertThat(loaded.settings().port())
        .contains(
            new PortSettings(
                URI.create("https://api.port.io"),
                "YOUR_PORT_CLIENT_ID",
                Secret.of("YOUR_PORT_CLIENT_SECRET")));
    assertThat(loaded.warnings()).isEmpty();
  }

  @Test
  void takesTheConnectorsDefaults() {
    Loading.Recorder<RestConfig> jsm =
        Loading.rest("jsm", Map.of("paginationType", "next_link", "pageSize", "50"));

    RestConfig config =
        new Loading(folder)
            .with("OCEAN__INTEGRATION__TYPE", "jsm")
            .option("PAGE_SIZE", "")
            .bound(jsm);

    assertThat(config.paginationType()).isEqualTo(RestConfig.PaginationType.NEXT_LINK);
    assertThat(config.pageSize()).isEqualTo(50);
  }

  @Test
  void takesOneJsonObjectForAllOptions() {
    Loading loading =
        new Loading(folder)
            .with(
                "OCEAN__INTEGRATION__CONFIG",
                "{\"pageSize\":7,\"page_size\":7,\"customHeaders\":{\"A\":\"b\"}}");

    assertThat(loading.rest().pageSize()).isEqualTo(7);
    assertThat(loading.rest().customHeaders()).isEqualTo(Map.of("A", "b"));
  }

  @Test
  void takesCamelCaseKeys() {
    assertThat(new Loading(folder).option("pageSize", "7").rest().pageSize()).isEqualTo(7);
  }

  @Test
  void prefersConfigToSecrets() {
    Loading loading =
        new Loading(folder)
            .with("OCEAN__INTEGRATION__SECRETS__USERNAME", "secret")
            .option("USERNAME", "config");

    assertThat(loading.rest().username()).contains("config");
  }

  @Test
  void takesAnEmptyValueForNone() {
    RestConfig config =
        new Loading(folder)
            .option("USERNAME", "")
            .option("API_KEY_HEADER", "  ")
            .option("CUSTOM_HEADERS", "")
            .option("PAGINATION_TYPE", "")
            .rest();

    assertThat(config.username()).isEmpty();
    assertThat(config.apiKeyHeader()).isEqualTo("X-API-Key");
    assertThat(config.customHeaders()).isEmpty();
    assertThat(config.paginationType()).isEqualTo(RestConfig.PaginationType.NONE);
  }
}
