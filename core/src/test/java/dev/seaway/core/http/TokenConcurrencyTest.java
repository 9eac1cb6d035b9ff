package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Source;
import dev.seaway.core.http.TestServer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TokenConcurrencyTest {

  private static final VertxTransport TRANSPORT = new VertxTransport(TransportOptions.of(20));
  private static final ApiRequest TOKEN_REQUEST =
      new ApiRequest(
          ApiRequest.Method.POST,
          "/token",
          List.of(),
          Map.of(),
          Optional.of(
              new ApiRequest.Body(
                  "application/json", "{\"clientId\":\"c\",\"clientSecret\":\"hush-1\"}")));

  private final FakeWaits waits = new FakeWaits();
  private final AtomicInteger issued = new AtomicInteger();
  private volatile String accepted = "Bearer t1";

  @AfterAll
  static void close() {
    TRANSPORT.close();
  }

  @Test
  void twentyThreadsRenewOnce() throws Exception {
    try (TestServer server = server("\"n\":1")) {
      ApiClient client = client(Sources.with(server.url(""), tokenRequest(Optional.empty()), 20));
      client.send(ApiRequest.get("/x"));
      accepted = "Bearer t2";
      for (Future<?> sent : atOnce(20, client)) {
        sent.get();
      }
      assertThat(issued).hasValue(2);
    }
  }

  @Test
  void threadsThatWaitForARefusedFetchShareItsFailure() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (TestServer server =
        new TestServer(
            seen -> {
              issued.incrementAndGet();
              awaitQuietly(go);
              return Reply.status(400, "{\"error\":\"invalid_client\"}");
            })) {
      ApiClient client = client(Sources.with(server.url(""), tokenRequest(Optional.empty()), 20));
      List<Future<?>> sent = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Thread> senders = new CopyOnWriteArrayList<>();
        for (int thread = 0; thread < 20; thread++) {
          sent.add(
              threads.submit(
                  () -> {
                    senders.add(Thread.currentThread());
                    return client.send(ApiRequest.get("/x"));
                  }));
        }
        // A thread may also wait for a moment elsewhere: look until all of them stay where they
        // are.
        int settled = 0;
        while (settled < 10_000) {
          settled =
              senders.stream().filter(TokenConcurrencyTest::waits).count() == 20 ? settled + 1 : 0;
        }
        go.countDown();
      }
      for (Future<?> one : sent) {
        ExecutionException failure = catchThrowableOfType(ExecutionException.class, one::get);
        assertThat(failure.getCause())
            .isInstanceOfSatisfying(
                ApiException.class,
                e -> assertThat(e.reason()).isEqualTo(ApiException.Reason.CREDENTIALS));
      }
      assertThat(issued).hasValue(1);
    }
  }

  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  /** Issues t1, t2, ... at /token, and elsewhere accepts one token only, or any. */
  private TestServer server(String more) {
    return new TestServer(
        seen -> {
          if (seen.target().equals("/token")) {
            return Reply.json("{\"token\":\"t" + issued.incrementAndGet() + "\"," + more + "}");
          }
          boolean known = accepted.equals("any") || accepted.equals(seen.header("authorization"));
          return known ? Reply.json("{}") : Reply.status(401, "");
        });
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Future<?>> atOnce(int count, ApiClient client) {
    List<Future<?>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < count; thread++) {
        sent.add(threads.submit(() -> client.send(ApiRequest.get("/x"))));
      }
    }
    return sent;
  }

  private static Auth tokenRequest(Optional<Duration> refreshEvery) {
    return new Auth.TokenRequest(
        TOKEN_REQUEST,
        refreshEvery,
        Map.of("Authorization", "Bearer {{.token}}"),
        Map.of(),
        Optional.empty());
  }

  private ApiClient client(Source source) {
    return ApiClients.of(source, TRANSPORT, waits, new Announced());
  }
}
