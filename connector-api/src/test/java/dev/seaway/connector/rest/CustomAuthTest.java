package dev.seaway.connector.rest;

import static dev.seaway.connector.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiRequest.Body;
import dev.seaway.connector.ApiRequest.Parameter;
import dev.seaway.connector.Auth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomAuthTest {

  private static final String TEMPLATE = "{'headers': {'Authorization': 'Bearer {{.token}}'}}";

  @Test
  void postsToTheEndpointByDefault() {
    assertThat(CustomAuth.parse(json("{'endpoint': '/token'}"), json(TEMPLATE)))
        .isEqualTo(
            new Auth.TokenRequest(
                new ApiRequest(
                    ApiRequest.Method.POST, "/token", List.of(), Map.of(), Optional.empty()),
                Optional.empty(),
                Map.of("Authorization", "Bearer {{.token}}"),
                Map.of(),
                Optional.empty()));
  }

  @Test
  void readsEveryKey() {
    Auth.TokenRequest auth =
        CustomAuth.parse(
            json(
                """
                {'endpoint': 'https://login.test/token', 'method': 'put',
                 'headers': {'X-Tenant': 7}, 'queryParams': {'b': true, 'a': 'x y'},
                 'body': {'user': 'me'}, 'bodyForm': null, 'reauthenticateIntervalSeconds': 3600}
                """),
            json("{'queryParams': {'t': '{{.token}}'}, 'body': {'session': '{{.id}}'}}"));

    assertThat(auth.request())
        .isEqualTo(
            new ApiRequest(
                ApiRequest.Method.PUT,
                "https://login.test/token",
                List.of(new Parameter("b", "true"), new Parameter("a", "x y")),
                Map.of("X-Tenant", "7"),
                Optional.of(Body.json(json("{'user': 'me'}")))));
    assertThat(auth.refreshEvery()).contains(Duration.ofHours(1));
    assertThat(auth.query()).containsExactly(Map.entry("t", "{{.token}}"));
    assertThat(auth.body()).contains(json("{'session': '{{.id}}'}"));
  }

  @Test
  void sendsAForm() {
    assertThat(
            CustomAuth.parse(
                    json("{'endpoint': '/token', 'bodyForm': {'grant_type': 'password'}}"),
                    json(TEMPLATE))
                .request()
                .body())
        .contains(Body.form(Map.of("grant_type", "password")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                         | customAuthRequest must be a JSON object
          {}                                                         | customAuthRequest needs endpoint
          {"endpoint": 5}                                            | customAuthRequest needs endpoint
          {"endpoint": "/t", "methd": "GET"}                         | unknown key methd; known are [body, bodyForm, endpoint
          {"endpoint": "/t", "method": "FETCH"}                      | method is FETCH; accepted are [GET, POST
          {"endpoint": "/t", "body": {}, "bodyForm": {}}             | body or bodyForm, not both
          {"endpoint": "/t", "headers": ["x"]}                       | customAuthRequest.headers must be a JSON object
          {"endpoint": "/t", "headers": {"x": null}}                 | customAuthRequest.headers.x must be a string
          {"endpoint": "/t", "reauthenticateIntervalSeconds": 0}     | must be a whole number from 1
          {"endpoint": "/t", "reauthenticateIntervalSeconds": "60"}  | must be a whole number from 1
          {"endpoint": "/t", "reauthenticateIntervalSeconds": 1.5}   | must be a whole number from 1
          """)
  void saysWhatIsWrongWithTheRequest(String request, String message) {
    assertThatThrownBy(() -> CustomAuth.parse(json(request), json(TEMPLATE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                | needs headers, queryParams or body
          []                | must be a JSON object
          {"header": {}}    | unknown key header; known are [body, headers, queryParams]
          {"body": "text"}  | customAuthRequestTemplate.body must be a JSON object
          """)
  void saysWhatIsWrongWithTheTemplate(String template, String message) {
    assertThatThrownBy(() -> CustomAuth.parse(json("{'endpoint': '/t'}"), json(template)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void showsNoCredentials() {
    assertThat(
            CustomAuth.parse(
                    json("{'endpoint': '/t', 'bodyForm': {'password': 'hunter2'}}"),
                    json("{'headers': {'X-Key': 'hunter2'}}"))
                .toString())
        .doesNotContain("hunter2");
  }
}
