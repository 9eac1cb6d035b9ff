package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.SeawayException;
import dev.seaway.core.http.TestServer.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LimitTest {

  @Test
  void asManyRequestsAsConfiguredAreInFlightAndNoMore() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore arrived = new Semaphore(0);
    Semaphore mayEnd = new Semaphore(0);
    try (VertxTransport transport = new VertxTransport(TransportOptions.of(3));
        TestServer server =
            new TestServer(
                seen -> {
                  most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                  arrived.release();
                  mayEnd.acquireUninterruptibly();
                  inFlight.decrementAndGet();
                  return Reply.json("{}");
                })) {
      ApiClient client = client(server, transport);
      List<Future<?>> sent = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int request = 0; request < 12; request++) {
          sent.add(threads.submit(() -> client.send(ApiRequest.get("/x"))));
        }
        arrived.acquire(3);
        mayEnd.release(12);
      }
      for (Future<?> one : sent) {
        one.get();
      }
      assertThat(most).hasValue(3);
    }
  }

  @Test
  void anInterruptEndsTheQueueing() throws Exception {
    CountDownLatch inFlight = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    ApiClient busy =
        new LimitedClient(
            request -> {
              inFlight.countDown();
              try {
                mayEnd.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new ApiException(ApiException.Reason.TIMEOUT, "ended");
            },
            1);
    Thread first = Thread.ofVirtual().start(() -> reasonOf(busy, new AtomicReference<>()));
    inFlight.await();
    AtomicReference<ApiException.Reason> reason = new AtomicReference<>();
    Thread second = Thread.ofVirtual().start(() -> reasonOf(busy, reason));
    second.interrupt();
    second.join();
    assertThat(reason.get()).isEqualTo(ApiException.Reason.INTERRUPTED);
    mayEnd.countDown();
    first.join();
  }

  @Test
  void refusesALimitOfNone() {
    assertThatExceptionOfType(SeawayException.class)
        .isThrownBy(
            () ->
                ApiClients.of(
                    Sources.limited(URI.create("http://h"), 0, 1),
                    call -> new HttpAnswer(200, Map.of(), new byte[0]),
                    Sleeper.real(),
                    new Announced()))
        .withMessageContaining("at least 1");
  }

  @Test
  void anInterruptEndsARealWaitAndIsKept() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> Sleeper.real().sleep(Duration.ofMinutes(5)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(ApiException.Reason.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void reasonOf(ApiClient client, AtomicReference<ApiException.Reason> reason) {
    try {
      client.send(ApiRequest.get("/x"));
    } catch (ApiException e) {
      reason.set(e.reason());
    }
  }

  private static ApiClient client(TestServer server, Transport transport) {
    return ApiClients.of(
        Sources.limited(server.url(""), 3, 60_000), transport, new FakeWaits(), new Announced());
  }
}
