package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Source;
import dev.seaway.core.http.ApiException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a status means beyond its hundred. */
class StatusTest {

  private static final URI BASE = URI.create("http://h");

  private final FakeWaits waits = new FakeWaits();
  private final Deque<HttpAnswer> answers = new ArrayDeque<>();

  @Test
  void aListThatIsNotReadyIsAskedForAgain() {
    answers.add(answer(202, Map.of(), "{}"));
    answers.add(answer(200, Map.of(), "[1]"));
    assertThat(send(Sources.records(BASE)).body()).hasToString("[1]");
    assertThat(waits.slept).hasSize(1);
  }

  @Test
  void aListThatIsNeverReadyFails() {
    answers.add(answer(202, Map.of(), "{\"status\":\"pending\"}"));
    assertThat(catchThrowableOfType(ApiException.class, () -> send(Sources.records(BASE))))
        .returns(Reason.STATUS, ApiException::reason)
        .hasMessageContainingAll("answered 202", "not ready", "pending");
    assertThat(waits.slept).hasSize(Tries.MAX_TRIES - 1);
  }

  @Test
  void theCatalogMayAcceptForLater() {
    answers.add(answer(202, Map.of(), "{\"ok\":true}"));
    assertThat(send(Sources.at(BASE)).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205})
  void nothingIsAMissingNodeWithItsStatus(int status) {
    answers.add(answer(status, Map.of(), ""));
    ApiResponse response = send(Sources.records(BASE));
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.body().isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {203, 206, 207})
  void otherStatusesAreHandedOver(int status) {
    answers.add(answer(status, Map.of("Content-Range", List.of("id 0-1/3")), "[1,2]"));
    ApiResponse response = send(Sources.records(BASE));
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("content-range")).hasValue("id 0-1/3");
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 7",
    "X-RateLimit-Remaining, 0",
    "RateLimit-Remaining, 0",
    "X-Rate-Limit-Remaining, 0"
  })
  void aForbiddenThatMeansTooManyIsWaitedFor(String header, String value) {
    answers.add(answer(403, Map.of(header, List.of(value)), "slow down"));
    answers.add(answer(200, Map.of(), "[]"));
    assertThat(send(Sources.records(BASE)).status()).isEqualTo(200);
    assertThat(waits.slept).hasSize(1);
  }

  @Test
  void aForbiddenIsNoneWhileRequestsAreLeft() {
    answers.add(answer(403, Map.of("X-RateLimit-Remaining", List.of("9")), ""));
    assertThat(catchThrowableOfType(ApiException.class, () -> send(Sources.records(BASE))))
        .returns(Reason.PERMISSION, ApiException::reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7",
        "Thu, 01 Jan 2026 00:00:07 GMT",
        "Thursday, 01-Jan-26 00:00:07 GMT",
        "Thu Jan  1 00:00:07 2026",
        "1767225607",
        "1767225607000",
        "2026-01-01T00:00:07Z"
      })
  void readsEachFormOfRetryAfter(String value) {
    ApiException failure =
        new ApiException(
            Reason.RATE_LIMITED, 429, Optional.empty(), Map.of("retry-after", List.of(value)), "");
    assertThat(ServerWait.of(failure, Instant.parse("2026-01-01T00:00:00Z")))
        .hasValue(Duration.ofSeconds(7));
  }

  private ApiResponse send(Source source) {
    ApiClient client =
        ApiClients.of(
            source,
            call -> answers.size() == 1 ? answers.getFirst() : answers.removeFirst(),
            waits,
            new Announced());
    return client.send(ApiRequest.get("/x"));
  }

  private static HttpAnswer answer(int status, Map<String, List<String>> headers, String body) {
    return new HttpAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
