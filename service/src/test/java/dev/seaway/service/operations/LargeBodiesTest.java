package dev.seaway.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.operations.Endpoint.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients cannot do by the size of what they send, or by sending half of it. */
@Timeout(120)
class LargeBodiesTest {

  private static final int LARGEST = Received.MAX_BODY_BYTES;

  /** A body is accounted for in blocks of this size. */
  private static final int BLOCK = 16 << 10;

  private final CountDownLatch answering = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private BodyBudget budget = BodyBudget.ofHeap(1);
  private OperationsServer server = serve(Duration.ofMinutes(5));

  private OperationsServer serve(Duration patience) {
    return OperationsServer.start(
        0,
        Optional::empty,
        () -> "seaway_resyncs_total 1",
        Map.of(
            "/hash", request -> Reply.text(200, hash(request.body())),
            "/slow", this::slow,
            "/error",
                _ -> {
                  throw new StackOverflowError();
                }),
        new Received.Bounds(budget, patience));
  }

  private void serve(long budgetBytes, Duration patience) {
    server.close();
    budget = new BodyBudget(budgetBytes);
    server = serve(patience);
  }

  @AfterEach
  void stop() {
    goOn.countDown();
    client.close();
    server.close();
  }

  @Test
  void areRefusedTogetherWhereEachAloneIsNot() throws Exception {
    try (RawClient one = new RawClient(server.port());
        RawClient other = new RawClient(server.port())) {
      one.begin("/hash", LARGEST);
      one.send(LARGEST / 2);
      other.begin("/hash", LARGEST);
      other.send(LARGEST / 2);
      awaitLeft(0);

      HttpResponse<String> refused = post("/hash", new byte[1]);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("retry-after")).contains("1");
      assertThat(get("/health/live")).isEqualTo(200);
      assertThat(get("/health/ready")).isEqualTo(200);
      assertThat(get("/metrics")).isEqualTo(200);
      assertThat(post("/hash", new byte[0]).statusCode()).isEqualTo(200);

      one.send(1);
      assertThat(one.answer()).contains(" 503 ", "retry-after: 1");
      assertThat(post("/hash", new byte[1]).statusCode()).isEqualTo(200);
      one.send(LARGEST / 2 - 1);
      one.begin("/hash", 1);
      one.send(1);
      assertThat(one.answer()).contains(" 200 ");
    }
    awaitLeft(LARGEST);
    assertThat(post("/hash", new byte[LARGEST]).statusCode()).isEqualTo(200);
  }

  @Test
  void areTakenOneAfterTheOther() throws Exception {
    byte[] body = new byte[LARGEST];
    new Random(1).nextBytes(body);

    for (int time = 0; time < 3; time++) {
      assertThat(post("/hash", body).body()).isEqualTo(hash(body));
    }
    assertThat(budget.left()).isEqualTo(LARGEST);
  }

  @Test
  void countUntilTheyAreAnswered() throws Exception {
    CompletableFuture<HttpResponse<String>> slow =
        client.sendAsync(request("/slow", new byte[LARGEST]), BodyHandlers.ofString());
    answering.await();

    assertThat(post("/hash", new byte[1]).statusCode()).isEqualTo(503);
    goOn.countDown();
    assertThat(slow.get().statusCode()).isEqualTo(200);
    assertThat(post("/hash", new byte[1]).statusCode()).isEqualTo(200);
    assertThat(budget.left()).isEqualTo(LARGEST);
  }

  @Test
  void countUntilTheyAreAnsweredAlsoWhereTheClientHasGone() throws Exception {
    try (RawClient gone = new RawClient(server.port())) {
      gone.begin("/slow", LARGEST);
      gone.send(LARGEST);
      answering.await();
    }

    assertThat(post("/hash", new byte[1]).statusCode()).isEqualTo(503);
    goOn.countDown();
    awaitLeft(LARGEST);
    assertThat(post("/hash", new byte[LARGEST]).statusCode()).isEqualTo(200);
  }

  @Test
  void areNotKeptWhereTheyAreTooLarge() throws Exception {
    try (RawClient large = new RawClient(server.port())) {
      large.begin("/hash", 2L * LARGEST);
      large.send(LARGEST);
      awaitLeft(0);
      large.send(1);
      awaitLeft(LARGEST);
      large.send(LARGEST - 1);

      assertThat(large.answer()).contains(" 413 ");
    }
    assertThat(budget.left()).isEqualTo(LARGEST);
  }

  @Test
  void areCutOffWhereTheyDoNotEnd() throws Exception {
    try (RawClient endless = new RawClient(server.port())) {
      endless.begin("/hash", Long.MAX_VALUE);
      sendUnlessRefused(endless, 2L * Received.DROPPED_BYTES);

      assertThat(endless.isCutOff()).isTrue();
    }
    assertThat(post("/hash", new byte[LARGEST]).statusCode()).isEqualTo(200);
    assertThat(budget.left()).isEqualTo(LARGEST);
  }

  @Test
  void areNotWaitedForWithoutEnd() throws Exception {
    serve(4 * BLOCK, Duration.ofMillis(50));
    try (RawClient silent = new RawClient(server.port())) {
      silent.begin("/hash", LARGEST);
      sendUnlessRefused(silent, 3 * BLOCK);

      assertThat(silent.isCutOff()).isTrue();
    }
    awaitLeft(4 * BLOCK);
    assertThat(get("/health/live")).isEqualTo(200);
  }

  @Test
  void takeNoMoreInManySmallPieces() throws Exception {
    serve(4 * BLOCK, Duration.ofMinutes(5));
    try (RawClient chunked = new RawClient(server.port())) {
      chunked.beginChunked("/hash");
      chunked.sendChunks(4 * BLOCK);
      chunked.endChunks();
      assertThat(chunked.answer()).contains(" 200 ");

      chunked.beginChunked("/hash");
      chunked.sendChunks(4 * BLOCK + 1);
      assertThat(chunked.answer()).contains(" 503 ");
    }
    assertThat(budget.left()).isEqualTo(4 * BLOCK);
  }

  @Test
  void areNotTakenWithRequestsForHealthAndMetrics() throws Exception {
    byte[] small = new byte[OperationsServer.MAX_OWN_BODY_BYTES];
    byte[] large = new byte[OperationsServer.MAX_OWN_BODY_BYTES + 1];

    assertThat(post("/metrics", new byte[LARGEST]).statusCode()).isEqualTo(413);
    assertThat(post("/metrics", large).statusCode()).isEqualTo(413);
    assertThat(post("/health/live", large).statusCode()).isEqualTo(413);
    assertThat(post("/metrics", small).statusCode()).isEqualTo(405);
    assertThat(get("/metrics")).isEqualTo(200);
    assertThat(budget.left()).isEqualTo(LARGEST);
  }

  @Test
  void areGivenBackWhereTheAnswerFailsBadly() throws Exception {
    assertThat(post("/error", new byte[LARGEST]).statusCode()).isEqualTo(500);
    assertThat(budget.left()).isEqualTo(LARGEST);
  }

  private static void sendUnlessRefused(RawClient client, long bytes) {
    try {
      client.send(bytes);
    } catch (IOException e) {
      // The service has closed the connection: that is what the test is about.
    }
  }

  private void awaitLeft(long bytes) {
    while (budget.left() != bytes) {
      Thread.onSpinWait();
    }
  }

  private HttpResponse<String> post(String path, byte[] body)
      throws IOException, InterruptedException {
    return client.send(request(path, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String path, byte[] body) {
    return HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofByteArray(body)).build();
  }

  private int get(String path) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private Reply slow(Incoming request) {
    answering.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.text(200, hash(request.body()));
  }

  private static String hash(byte[] body) {
    return Integer.toString(Arrays.hashCode(body));
  }
}
