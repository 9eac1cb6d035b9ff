package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

  @Test
  void handsOverStatusHeadersAndDocument() {
    ApiResponse response =
        client(201, Map.of("Link", List.of("a", "b")), "{\"ü\":[1,2.5]}").send(request());
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.headers()).containsEntry("link", List.of("a", "b"));
    assertThat(response.body().at("/ü/1").doubleValue()).isEqualTo(2.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void noBodyIsAMissingNode(String body) {
    assertThat(client(204, Map.of(), body).send(request()).body().isMissingNode()).isTrue();
  }

  @Test
  void ofEqualNamesTheLastCounts() {
    JsonNode body = client(200, Map.of(), "{\"a\":1,\"a\":2}").send(request()).body();
    assertThat(body.path("a").asInt()).isEqualTo(2);
  }

  @Test
  void acceptsDeepNestingToALimit() {
    int depth = JsonBody.MAX_DEPTH;
    assertThat(client(200, Map.of(), nested(depth)).send(request()).status()).isEqualTo(200);
    assertThat(failure(client(200, Map.of(), nested(depth + 1))))
        .returns(ApiException.Reason.TOO_LARGE, ApiException::reason)
        .hasMessageContaining("500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html/>", "OK", "{} {}", "[1,]", "{'a':1}", "\"a\u0000\""})
  void whatIsNotOneDocumentIsNotJson(String body) {
    assertThat(failure(client(200, Map.of(), body)))
        .returns(ApiException.Reason.NOT_JSON, ApiException::reason);
  }

  @ParameterizedTest
  @CsvSource({
    "304, STATUS",
    "400, STATUS",
    "401, CREDENTIALS",
    "403, PERMISSION",
    "404, NOT_FOUND",
    "410, STATUS",
    "418, STATUS",
    "500, STATUS"
  })
  void saysWhyAnAnswerIsAFailure(int status, ApiException.Reason reason) {
    ApiException failure = failure(client(status, Map.of(), "{\"errorMessages\":[\"Because\"]}"));
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.status()).hasValue(status);
    assertThat(failure.body().orElseThrow().at("/errorMessages/0").asText()).isEqualTo("Because");
    assertThat(failure)
        .hasMessageStartingWith("GET http://h/x answered " + status + ": {\"errorMessages\":");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static ApiRequest request() {
    return ApiRequest.get("/x");
  }

  private static ApiException failure(ApiClient client) {
    return catchThrowableOfType(ApiException.class, () -> client.send(request()));
  }

  private static ApiClient client(int status, Map<String, List<String>> headers, String body) {
    return ApiClients.of(
        Sources.at(URI.create("http://h")),
        call -> new HttpAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8)),
        new FakeWaits(),
        new Announced());
  }
}
