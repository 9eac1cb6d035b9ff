package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Source;
import dev.seaway.core.http.TestServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

  private static final VertxTransport TRANSPORT = new VertxTransport(TransportOptions.of(4));

  private final FakeWaits waits = new FakeWaits();
  private final Announced announced = new Announced();

  @AfterAll
  static void close() {
    TRANSPORT.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void sendsAgainAfterPassingFaultsWithGrowingRandomPauses(int status) {
    try (TestServer server = TestServer.inTurn(Reply.status(status, "busy"))) {
      ApiException failure = failure(server);
      assertThat(failure.status()).hasValue(status);
      assertThat(server.seen).hasSize(Tries.MAX_TRIES);
      assertThat(waits.slept).isEqualTo(millis(250, 500, 1000, 2000));
      assertThat(announced.waits).extracting(Announced.Wait::length).isEqualTo(waits.slept);
      assertThat(announced.waits.getFirst().reason())
          .contains("answered " + status + ": busy")
          .contains("try 2 begins at 2026-01-05T10:00:00.250Z");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 409, 410, 500, 501, 505})
  void failsAtOnceWhereTryingAgainIsOfNoUse(int status) {
    try (TestServer server =
        TestServer.inTurn(Reply.status(status, "no").with("Retry-After", "1"))) {
      assertThat(failure(server).status()).hasValue(status);
      assertThat(server.seen).hasSize(1);
      assertThat(waits.slept).isEmpty();
    }
  }

  @Test
  void goesOnAfterTheFaultHasPassed() {
    try (TestServer server = TestServer.inTurn(Reply.status(503, ""), Reply.json("{\"a\":1}"))) {
      assertThat(client(server.url("")).send(ApiRequest.get("/x")).body().path("a").asInt())
          .isEqualTo(1);
    }
  }

  @Test
  void pausesAreBounded() {
    try (TestServer server = TestServer.inTurn(Reply.status(503, ""))) {
      waits.withJitter(0.999_999);
      failure(server);
      assertThat(waits.slept)
          .allSatisfy(wait -> assertThat(wait).isLessThan(Tries.BACKOFF.longest()))
          .last()
          .satisfies(wait -> assertThat(wait).isGreaterThan(Duration.ofMillis(3_999)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, Retry-After, 1847, 1847",
    "503, Retry-After, 7, 7",
    "429, Retry-After, 'Mon, 05 Jan 2026 12:30:00 GMT', 9000",
    "429, X-RateLimit-Reset, 2026-01-05T10:31:00Z, 1860",
    "429, X-RateLimit-Reset, 2026-01-05T10:31Z, 1860",
    "429, x-ratelimit-reset, 1767607260, 60",
    "429, x-ratelimit-reset, 1767607260000, 60",
    "429, x-ratelimit-reset, 42, 42",
    "429, Retry-After, 86400, 86400"
  })
  void waitsAsTheServerAsksForUpToADay(int status, String header, String value, long seconds) {
    try (TestServer server =
        TestServer.inTurn(Reply.status(status, "").with(header, value), Reply.json("[]"))) {
      client(server.url("")).send(ApiRequest.get("/x?secret=1"));
      assertThat(waits.slept).containsExactly(Duration.ofSeconds(seconds));
      assertThat(announced.waits.getFirst().reason())
          .contains("until " + FakeWaits.START.plusSeconds(seconds))
          .contains("GET " + server.url("/x?secret") + " answered " + status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, Retry-After, 86400, 86400",
    "503, Retry-After, 3601, 3601",
    "429, Retry-After, 'Mon, 05 Jan 2026 12:30:00 GMT', 9000"
  })
  void failsAtOnceWhereTheServerAsksForLongerThanTheRunMayWait(
      int status, String header, String value, long seconds) {
    try (TestServer server = TestServer.inTurn(Reply.status(status, "busy").with(header, value))) {
      ApiClient client =
          ApiClients.at(
                  Sources.at(server.url("")), TRANSPORT, waits, announced, Duration.ofHours(1))
              .client();

      for (int request = 1; request <= 2; request++) {
        assertThatExceptionOfType(ApiException.class)
            .isThrownBy(() -> client.send(ApiRequest.get("/x")))
            .withMessageContaining("answered " + status + ": busy. ")
            .withMessageContaining("until 2026-01-0")
            .withMessageContaining(", %d seconds in all, and", seconds)
            .withMessageContaining(
                "waits 3600 at most; run it again after that time, or raise"
                    + " OCEAN__SEAWAY__LONGEST_SERVER_WAIT");
      }

      assertThat(server.seen).hasSize(2);
      assertThat(waits.slept).isEmpty();
    }
  }

  @Test
  void failsWhereTheServerAsksForAWaitAgainAndAgain() {
    try (TestServer server = TestServer.inTurn(Reply.status(429, "").with("Retry-After", "1500"))) {
      ApiClient client =
          ApiClients.at(
                  Sources.at(server.url("")), TRANSPORT, waits, announced, Duration.ofHours(1))
              .client();

      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> client.send(ApiRequest.get("/x")))
          .withMessageContaining("4500 seconds in all");
      assertThat(server.seen).hasSize(3);
      assertThat(waits.slept).containsExactly(Duration.ofMinutes(25), Duration.ofMinutes(25));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, Retry-After, 0",
    "429, Retry-After, soon",
    "429, Retry-After, 'Mon, 05 Jan 2026 09:00:00 GMT'",
    "429, X-RateLimit-Reset, 2026-01-05T09:00:00Z",
    "503, X-RateLimit-Reset, 60",
    "429, Retry-After, 86401",
    "429, Retry-After, 'Sat, 05 Jan 2036 09:00:00 GMT'",
    "429, X-RateLimit-Reset, 999999999999999"
  })
  void backsOffByItselfWhereTheServersWishIsOverTooLongOrUnreadable(
      int status, String header, String value) {
    try (TestServer server =
        TestServer.inTurn(Reply.status(status, "").with(header, value), Reply.json("[]"))) {
      client(server.url("")).send(ApiRequest.get("/x"));
      assertThat(waits.slept).containsExactly(Duration.ofMillis(250));
    }
  }

  @Test
  void waitsThatTheServerAskedForAreNoTries() {
    Reply[] replies =
        Collections.nCopies(20, Reply.status(429, "").with("Retry-After", "1"))
            .toArray(new Reply[21]);
    replies[20] = Reply.json("[]");
    try (TestServer server = TestServer.inTurn(replies)) {
      client(server.url("")).send(ApiRequest.get("/x"));
      assertThat(server.seen).hasSize(21);
    }
  }

  @Test
  void aServerMayNotAskForEver() {
    try (TestServer server = TestServer.inTurn(Reply.status(429, "").with("Retry-After", "1"))) {
      assertThat(failure(server).reason()).isEqualTo(ApiException.Reason.RATE_LIMITED);
      assertThat(server.seen).hasSize(Tries.MAX_SERVER_WAITS + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n",
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\n{\"a\"",
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\n[1, 2",
        ""
      })
  void sendsAgainAfterABrokenAnswer(String broken) throws IOException {
    try (RawServer server =
        RawServer.inTurn(broken, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}")) {
      assertThat(client(server.url("")).send(ApiRequest.get("/x")).body().path("a").asInt())
          .isEqualTo(1);
      assertThat(waits.slept).hasSize(1);
    }
  }

  @Test
  void sendsAgainAfterATimeout() throws IOException {
    try (RawServer server = new RawServer((number, head, out) -> true)) {
      Source source = Sources.limited(server.url(""), 1, 50);
      ApiClient client = ApiClients.of(source, TRANSPORT, waits, announced);
      ApiException failure =
          catchThrowableOfType(ApiException.class, () -> client.send(ApiRequest.get("/x")));
      assertThat(failure.reason()).isEqualTo(ApiException.Reason.TIMEOUT);
      assertThat(waits.slept).hasSize(Tries.MAX_TRIES - 1);
    }
  }

  @Test
  void whatIsNotJsonIsNotAskedForAgain() {
    try (TestServer server = TestServer.inTurn(Reply.status(200, "<html>Log in</html>"))) {
      assertThat(failure(server))
          .returns(ApiException.Reason.NOT_JSON, ApiException::reason)
          .hasMessageContaining("<html>Log in</html>");
      assertThat(server.seen).hasSize(1);
    }
  }

  @Test
  void nobodyAtTheBaseUrlIsReportedSoon() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    waits.withJitter(0.999_999);
    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> client(nobody).send(ApiRequest.get("/x")));
    assertThat(failure.reason()).isEqualTo(ApiException.Reason.UNREACHABLE);
    assertThat(waits.slept).hasSize(Tries.MAX_CONNECT_TRIES - 1);
    Duration longest = VertxTransport.CONNECT_TIMEOUT.multipliedBy(Tries.MAX_CONNECT_TRIES);
    assertThat(waits.slept.stream().reduce(longest, Duration::plus))
        .isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void slowFailuresToConnectUseUpThePatience() {
    Transport slow =
        call -> {
          waits.pass(Duration.ofSeconds(6));
          throw new ApiException(ApiException.Reason.UNREACHABLE, "no DNS");
        };
    ApiClient client = ApiClients.of(Sources.at(URI.create("http://h")), slow, waits, announced);
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> client.send(ApiRequest.get("/x")));
    assertThat(waits.slept).hasSize(1);
  }

  private ApiException failure(TestServer server) {
    ApiClient client = client(server.url(""));
    return catchThrowableOfType(ApiException.class, () -> client.send(ApiRequest.get("/x")));
  }

  private ApiClient client(URI baseUrl) {
    return ApiClients.of(Sources.at(baseUrl), TRANSPORT, waits, announced);
  }

  private static List<Duration> millis(long... values) {
    return Arrays.stream(values).mapToObj(Duration::ofMillis).toList();
  }
}
