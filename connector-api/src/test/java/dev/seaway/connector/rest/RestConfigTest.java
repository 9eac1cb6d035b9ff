package dev.seaway.connector.rest;

import static dev.seaway.connector.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Pagination;
import dev.seaway.connector.Secret;
import dev.seaway.connector.Source;
import dev.seaway.connector.rest.RestConfig.AuthType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestConfigTest {

  private static final JsonPointer WHOLE = JsonPointer.empty();

  @Test
  void describesAnOpenApiByDefault() {
    assertThat(RestConfigs.DEFAULTS.source(WHOLE))
        .isEqualTo(
            new Source(
                URI.create("https://api.test/root"),
                List.of(),
                new Auth.None(),
                Map.of(),
                List.of(),
                Optional.of(new Source.Defaults(WHOLE, new Pagination.None(RestConfigs.flags()))),
                Source.Limits.DEFAULT));
  }

  @Test
  void handsOnWhatIsSet() {
    Source source =
        RestConfigs.with(
                "customHeaders",
                Map.of("Accept", "text/json"),
                "linkOrigins",
                List.of(URI.create("https://site.test")),
                "timeout",
                Duration.ofSeconds(5),
                "verifySsl",
                false,
                "maxConcurrentRequests",
                3)
            .source(WHOLE);

    assertThat(source.headers()).containsEntry("Accept", "text/json");
    assertThat(source.linkOrigins()).containsExactly(URI.create("https://site.test"));
    assertThat(source.limits()).isEqualTo(new Source.Limits(3, Duration.ofSeconds(5), false));
  }

  @Test
  void knowsFourWaysToAuthenticate() {
    Secret secret = Secret.of("s");

    assertThat(auth(AuthType.BASIC, "username", "me", "password", secret))
        .isEqualTo(new Auth.Basic("me", secret));
    assertThat(auth(AuthType.BEARER_TOKEN, "apiToken", secret)).isEqualTo(new Auth.Bearer(secret));
    assertThat(auth(AuthType.API_KEY, "apiKey", secret))
        .isEqualTo(new Auth.ApiKey("X-API-Key", secret));
    assertThat(
            auth(
                AuthType.CUSTOM,
                "customAuthRequest",
                json("{\"endpoint\": \"/token\"}"),
                "customAuthRequestTemplate",
                json("{\"headers\": {\"Authorization\": \"Bearer {{.access_token}}\"}}")))
        .isInstanceOf(Auth.TokenRequest.class);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void saysWhatAnAuthTypeNeeds(AuthType type) {
    String needed =
        switch (type) {
          case NONE -> "";
          case BASIC -> "authType basic needs username";
          case BEARER_TOKEN -> "authType bearer_token needs apiToken";
          case API_KEY -> "authType api_key needs apiKey";
          case CUSTOM -> "authType custom needs customAuthRequest";
        };

    assertThatThrownBy(() -> auth(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(needed);
  }

  @Test
  void showsNoCredentials() {
    RestConfig config =
        RestConfigs.with(
            "password",
            Secret.of("hunter2"),
            "customHeaders",
            Map.of("X-Key", "hunter2"),
            "customAuthRequest",
            json("{\"body\": \"hunter2\"}"));

    assertThat(config.toString()).doesNotContain("hunter2").contains("api.test");
    assertThat(config.source(WHOLE).toString()).doesNotContain("hunter2").contains("api.test");
  }

  private static Auth auth(AuthType type, Object... options) {
    return RestConfigs.with("authType", type, options).source(WHOLE).auth();
  }
}
