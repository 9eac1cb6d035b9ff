package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests keep to the pace that their server allows. */
class PaceTest {

  private static final Duration PERIOD = Duration.ofSeconds(60);

  private final FakeWaits waits = new FakeWaits();
  private final Announced announced = new Announced();
  private final AtomicInteger calls = new AtomicInteger();

  /** A server that refuses what is beyond its limit, and says so in its headers like Port. */
  private final class Limiting implements Transport {

    private final int limit;
    private Instant reset = Instant.MIN;
    private int used;
    private int refused;
    private int tokens;

    Limiting(int limit) {
      this.limit = limit;
    }

    @Override
    public synchronized HttpAnswer exchange(HttpCall call) {
      Instant now = waits.instant();
      if (!reset.isAfter(now)) {
        reset = now.plus(PERIOD);
        used = 0;
      }
      used++;
      tokens += call.uri().getPath().equals("/token") ? 1 : 0;
      refused += used > limit ? 1 : 0;
      return answer(
          used > limit ? 429 : 200,
          Map.of(
              "X-RateLimit-Limit", Integer.toString(limit),
              "X-RateLimit-Remaining", Integer.toString(Math.max(0, limit - used)),
              "X-RateLimit-Reset", Long.toString(reset.getEpochSecond())),
          "{\"token\": \"t-123\"}");
    }
  }

  @Test
  void waitsForTheNextWindowBeforeItIsRefused() {
    Limiting server = new Limiting(3);
    ApiClient client = client(server);

    for (int request = 0; request < 10; request++) {
      client.send(ApiRequest.get("/x"));
    }

    assertThat(server.refused).isZero();
    assertThat(waits.slept).containsExactly(PERIOD, PERIOD, PERIOD);
    assertThat(announced.waits)
        .extracting(Announced.Wait::reason)
        .hasSize(3)
        .contains("The rate limit is used up until 2026-01-05T10:01:00Z");
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "5", "7", "50"})
  void noneOfManyRequestsAtATimeIsRefused(int limit) throws Exception {
    Limiting server = new Limiting(limit);
    ApiClient client = client(server);
    client.send(ApiRequest.get("/x"));

    List<Future<?>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int request = 0; request < 100; request++) {
        sent.add(threads.submit(() -> client.send(ApiRequest.get("/x"))));
      }
    }

    for (Future<?> one : sent) {
      one.get();
    }
    assertThat(server.refused).isZero();
    assertThat(announced.waits).hasSizeLessThanOrEqualTo(100 / limit + 1);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "5", "7"})
  void tokensKeepToThePaceOfTheirServer(int limit) {
    Limiting server = new Limiting(limit);
    ApiClient client = clients(server).client();

    for (int request = 0; request < 200; request++) {
      client.send(ApiRequest.get("/x"));
      waits.pass(Duration.ofSeconds(7));
    }

    assertThat(server.tokens).isGreaterThan(10);
    assertThat(server.refused).isZero();
  }

  @Test
  void whoSharesTheTokensOfAServerAsksItForNone() {
    Limiting server = new Limiting(100);
    ApiClients clients = clients(server);
    clients.client().send(ApiRequest.get("/x"));

    clients.clientOf(Sources.at(URI.create("http://other"))).send(ApiRequest.get("/y"));

    assertThat(server.tokens).isEqualTo(1);
    assertThat(server.used).isEqualTo(3);
  }

  private ApiClients clients(Transport server) {
    return ApiClients.at(
        Sources.with(URI.create("http://h"), tokens()),
        server,
        waits,
        announced,
        Duration.ofHours(1));
  }

  private static Auth tokens() {
    return tokensFrom("/token");
  }

  private static Auth tokensFrom(String endpoint) {
    return new Auth.TokenRequest(
        ApiRequest.get(endpoint),
        Optional.of(Duration.ofSeconds(150)),
        Map.of("Authorization", "Bearer {{.token}}"),
        Map.of(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "x-ratelimit-, 1767607260, 60",
    "x-ratelimit-, 1767607260000, 60",
    "X-RateLimit-, 2026-01-05T10:00:30Z, 30",
    "X-RateLimit-, 2026-01-05T10:01Z, 60",
    "x-ratelimit-, 42, 42",
    "RateLimit-, 42, 42",
    "x-ratelimit-, 900, 900"
  })
  void readsEveryFormOfTheReset(String prefix, String reset, long seconds) {
    ApiClient client = client(saying(Map.of(prefix + "Remaining", "0", prefix + "Reset", reset)));

    client.send(ApiRequest.get("/x"));
    client.send(ApiRequest.get("/x"));

    assertThat(waits.slept).containsExactly(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 901",
    "0, 2026-01-07T10:00:00Z",
    "0, 2026-01-05T09:59:59Z",
    "0, 0",
    "0, soon",
    "0, -5",
    "0, ''",
    "-1, 60",
    "many, 60",
    "0.5, 60",
    "1, 60",
    "99999999999999999999, 60"
  })
  void doesNotWaitForNonsenseOrWithoutNeed(String remaining, String reset) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-RateLimit-Remaining", remaining);
    headers.put("X-RateLimit-Reset", reset);
    headers.put("X-RateLimit-Limit", "0");
    headers.put("X-RateLimit-NearLimit", "true");
    ApiClient client = client(saying(headers));

    client.send(ApiRequest.get("/x"));
    client.send(ApiRequest.get("/x"));

    assertThat(waits.slept).isEmpty();
  }

  @Test
  void doesNotWaitWhereOnlyOneOfTheHeadersIsThere() {
    for (String name : List.of("X-RateLimit-Remaining", "X-RateLimit-Reset", "X-RateLimit-Limit")) {
      ApiClient client = client(saying(Map.of(name, "0")));
      client.send(ApiRequest.get("/x"));
      client.send(ApiRequest.get("/x"));
    }
    assertThat(waits.slept).isEmpty();
  }

  @Test
  void heedsTheHeadersOfRefusalsToo() {
    Transport server =
        call ->
            calls.incrementAndGet() == 1
                ? answer(404, Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "30"))
                : answer(200, Map.of());
    ApiClient client = client(server);

    try {
      client.send(ApiRequest.get("/x"));
    } catch (ApiException e) {
      assertThat(e.status()).hasValue(404);
    }
    client.send(ApiRequest.get("/x"));

    assertThat(waits.slept).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void aPauseThatIsAskedOfOneRequestHoldsAllAndIsToldOnce() throws Exception {
    Semaphore asleep = new Semaphore(0);
    Semaphore mayWake = new Semaphore(0);
    List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
    Sleeper gated =
        new Sleeper() {
          @Override
          public Instant instant() {
            return waits.instant();
          }

          @Override
          public void sleep(Duration wait) {
            slept.add(wait);
            asleep.release();
            mayWake.acquireUninterruptibly();
          }

          @Override
          public double jitter() {
            return 0.5;
          }
        };
    Transport server =
        call ->
            calls.incrementAndGet() == 1
                ? answer(429, Map.of("Retry-After", "1847"))
                : answer(200, Map.of());
    ApiClient client = ApiClients.of(Sources.at(URI.create("http://h")), server, gated, announced);
    List<Future<?>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      sent.add(threads.submit(() -> client.send(ApiRequest.get("/x"))));
      asleep.acquire();
      for (int request = 0; request < 5; request++) {
        sent.add(threads.submit(() -> client.send(ApiRequest.get("/x"))));
      }
      asleep.acquire(5);
      assertThat(calls).hasValue(1);
      assertThat(announced.waits).hasSize(1);
      waits.pass(Duration.ofSeconds(1847));
      mayWake.release(6);
    }
    for (Future<?> one : sent) {
      one.get();
    }
    assertThat(slept).containsOnly(Duration.ofSeconds(1847)).hasSize(6);
    assertThat(calls).hasValue(7);
  }

  @Test
  void aRequestThatIsNeverSentForThePausesOfOthersFailsInTheEnd() {
    List<Pace> paces = new ArrayList<>();
    Sleeper refusedMeanwhile =
        afterEachSleep(() -> paces.forEach(pace -> pace.pauseAll(refused("30"))));
    Pace pace = new Pace(refusedMeanwhile, announced, Duration.ofHours(1));
    paces.add(pace);
    pace.pauseAll(refused("30"));

    assertThatThrownBy(() -> pace.await(ApiRequest.get("/x")))
        .isInstanceOf(ApiException.class)
        .hasMessage(
            "GET /x was not sent: the server has asked other requests to wait 100 times in a row,"
                + " 3000 seconds in all. Let fewer requests run at a time, or ask for a higher"
                + " limit at the server");
  }

  @Test
  void aFailureToGetATurnIsFinalAfterAFewTries() {
    Transport server = call -> answer(200, Map.of());
    List<Pace> paces = new ArrayList<>();
    Sleeper refusedMeanwhile =
        afterEachSleep(() -> paces.forEach(pace -> pace.pauseAll(refused("30"))));
    Pace pace = new Pace(refusedMeanwhile, announced, Duration.ofHours(1));
    paces.add(pace);
    pace.pauseAll(refused("30"));
    ApiClient sender = ApiClients.of(Sources.at(URI.create("http://h")), server, waits, announced);
    ApiClient client =
        new RetryingClient(
            new PacedClient(sender, pace, Optional.empty()),
            refusedMeanwhile,
            announced,
            Duration.ofHours(1));

    assertThatThrownBy(() -> client.send(ApiRequest.get("/x")))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("was not sent");
    assertThat(waits.slept).hasSizeLessThan(120);
  }

  /** A pause is as long as the server has asked for, whatever becomes of the clock meanwhile. */
  @ParameterizedTest
  @CsvSource({"429, Retry-After, 10", "200, X-RateLimit-Reset, 10"})
  void aClockThatIsSetBackMakesNoPauseLonger(int status, String header, String seconds) {
    AtomicInteger sleeps = new AtomicInteger();
    Sleeper setBack =
        afterEachSleep(
            () -> {
              if (sleeps.incrementAndGet() == 1) {
                waits.pass(Duration.ofDays(-1));
              }
            });
    Map<String, String> headers = Map.of(header, seconds, "X-RateLimit-Remaining", "0");
    Transport server =
        call -> calls.incrementAndGet() == 1 ? answer(status, headers) : answer(200, Map.of());
    ApiClient client =
        ApiClients.of(Sources.at(URI.create("http://h")), server, setBack, announced);

    client.send(ApiRequest.get("/x"));
    client.send(ApiRequest.get("/x"));

    assertThat(waits.slept).containsExactly(Duration.ofSeconds(10));
  }

  private static ApiException refused(String retryAfter) {
    return new ApiException(
        ApiException.Reason.RATE_LIMITED,
        429,
        Optional.empty(),
        Map.of("retry-after", List.of(retryAfter)),
        "invented");
  }

  /** Fails a test that would sleep for ever. */
  private Sleeper afterEachSleep(Runnable action) {
    return new Sleeper() {
      @Override
      public Instant instant() {
        return waits.instant();
      }

      @Override
      public void sleep(Duration wait) {
        waits.sleep(wait);
        assertThat(waits.slept).hasSizeLessThan(1000);
        action.run();
      }

      @Override
      public double jitter() {
        return 0.5;
      }
    };
  }

  @Test
  void aPauseAfterA503ConcernsItsRequestAlone() {
    Transport server =
        call ->
            calls.incrementAndGet() == 1
                ? answer(503, Map.of("Retry-After", "7"))
                : answer(200, Map.of());

    client(server).send(ApiRequest.get("/x"));

    assertThat(waits.slept).containsExactly(Duration.ofSeconds(7));
    assertThat(announced.waits).hasSize(1);
  }

  @Test
  void failsWhatWouldWaitForAWindowForLongerThanTheRunMay() {
    Transport server = saying(Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "601"));
    ApiClient client = patient(server, Duration.ofMinutes(10));
    client.send(ApiRequest.get("/x"));

    assertThatThrownBy(() -> client.send(ApiRequest.get("/y")))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.reason()).isEqualTo(ApiException.Reason.RATE_LIMITED))
        .hasMessage(
            "GET /y is not sent, for the rate limit is used up until 2026-01-05T10:10:01Z, 601"
                + " seconds in all, and this run waits 600 at most; run it again after that time,"
                + " or raise OCEAN__SEAWAY__LONGEST_SERVER_WAIT");
    assertThat(waits.slept).isEmpty();
    waits.pass(Duration.ofSeconds(601));
    client.send(ApiRequest.get("/y"));
  }

  @Test
  void failsWhatWaitsForOneWindowAfterTheOther() {
    Map<String, String> usedUp = Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "400");
    Map<String, String> busy = new LinkedHashMap<>(usedUp);
    busy.put("retry-after", "100");
    Transport server =
        call -> calls.incrementAndGet() == 1 ? answer(200, usedUp) : answer(429, busy);
    ApiClient client = patient(server, Duration.ofMinutes(10));
    client.send(ApiRequest.get("/x"));

    assertThatThrownBy(() -> client.send(ApiRequest.get("/y")))
        .hasMessageContaining("800 seconds in all");

    assertThat(waits.slept).containsExactly(Duration.ofSeconds(400), Duration.ofSeconds(100));
    assertThat(calls).hasValue(2);
  }

  @Test
  void countsTheWindowThatATokenHasUsedUp() {
    Transport server =
        call ->
            call.uri().getPath().equals("/token")
                ? answer(
                    200,
                    Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "900"),
                    "{\"token\": \"t-123\"}")
                : answer(200, Map.of());
    ApiClient client =
        ApiClients.at(
                Sources.with(URI.create("http://h"), tokens()),
                server,
                waits,
                announced,
                Duration.ofMinutes(10))
            .client();

    assertThatThrownBy(() -> client.send(ApiRequest.get("/x")))
        .hasMessageContaining("900 seconds in all");
    assertThat(waits.slept).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'429', 'tokens tokens h'", "'200 429', 'tokens h tokens tokens h'"})
  void aTokenServerThatAsksForAPauseHoldsItsOwnRequestsAndIsHeardOnce(
      String statuses, String expected) {
    List<String> asked = new ArrayList<>();
    Deque<String> tokens = new ArrayDeque<>(List.of(statuses.split(" ", -1)));
    Transport server =
        call -> {
          asked.add(call.uri().getHost());
          if (call.uri().getHost().equals("tokens")) {
            return "429".equals(tokens.poll())
                ? answer(429, Map.of("Retry-After", "30"))
                : answer(200, Map.of(), "{\"token\": \"t-123\"}");
          }
          return answer(tokens.isEmpty() ? 200 : 401, Map.of());
        };
    ApiClient client =
        ApiClients.of(
            Sources.with(URI.create("http://h"), tokensFrom("http://tokens/token")),
            server,
            waits,
            announced);

    client.send(ApiRequest.get("/x"));

    assertThat(asked).containsExactly(expected.split(" ", -1));
    assertThat(waits.slept).containsExactly(Duration.ofSeconds(30));
    assertThat(announced.waits).hasSize(1);
  }

  private ApiClient patient(Transport server, Duration longest) {
    return ApiClients.at(Sources.at(URI.create("http://h")), server, waits, announced, longest)
        .client();
  }

  /** Says this in the first answer and nothing in the further ones. */
  private Transport saying(Map<String, String> headers) {
    AtomicInteger number = new AtomicInteger();
    return call -> answer(200, number.getAndIncrement() == 0 ? headers : Map.of());
  }

  private static HttpAnswer answer(int status, Map<String, String> headers) {
    return answer(status, headers, "{}");
  }

  private static HttpAnswer answer(int status, Map<String, String> headers, String body) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new HttpAnswer(status, lists, body.getBytes(StandardCharsets.UTF_8));
  }

  private ApiClient client(Transport transport) {
    return ApiClients.of(Sources.at(URI.create("http://h")), transport, waits, announced);
  }
}
