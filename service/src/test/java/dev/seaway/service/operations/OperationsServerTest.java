package dev.seaway.service.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import dev.seaway.service.operations.Endpoint.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationsServerTest {

  private final AtomicReference<Optional<String>> obstacle =
      new AtomicReference<>(Optional.empty());
  private final CountDownLatch busy = new CountDownLatch(OperationsServer.REQUESTS_AT_A_TIME);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final OperationsServer server =
      OperationsServer.start(
          0,
          obstacle::get,
          () -> "seaway_resyncs_total 1",
          Map.of(
              "/echo", OperationsServerTest::echo,
              "/slow", _ -> slow(),
              "/broken",
                  _ -> {
                    throw new IllegalStateException("hush-hush");
                  }));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    goOn.countDown();
    client.close();
    server.close();
  }

  @Test
  void tellsThatItLivesAndWhetherItIsReady() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    obstacle.set(Optional.of("the tool refuses the credentials"));

    HttpResponse<String> ready = get("/health/ready");

    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("the tool refuses the credentials");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/metrics").body()).isEqualTo("seaway_resyncs_total 1");
  }

  @Test
  void answersNothingElse() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/health").statusCode()).isEqualTo(404);
    assertThat(get("/echo/").statusCode()).isEqualTo(404);
    assertThat(get("/health/../metrics").statusCode()).isEqualTo(404);
    assertThat(post("/metrics", "x").statusCode()).isEqualTo(405);
  }

  @Test
  void handsOverTheWholeRequest() throws Exception {
    HttpResponse<String> answer = post("/echo?secret=1", "grüße");

    assertThat(answer.body()).isEqualTo("POST /echo [text/plain] grüße");
  }

  @Test
  void refusesABodyThatIsTooLarge() throws Exception {
    String large = "x".repeat(Received.MAX_BODY_BYTES + 1);

    assertThat(post("/echo", large).statusCode()).isEqualTo(413);
    assertThat(post("/echo", "small").statusCode()).isEqualTo(200);
  }

  @Test
  void hidesWhyARequestFailed() throws Exception {
    HttpResponse<String> answer = get("/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("hush-hush");
  }

  @Test
  void answersHealthAlsoWhereTooManyRequestsAreInProgress() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
    for (int number = 0; number < OperationsServer.REQUESTS_AT_A_TIME; number++) {
      slow.add(client.sendAsync(request("/slow").build(), BodyHandlers.ofString()));
    }
    busy.await();

    HttpResponse<String> beyond = get("/echo");
    assertThat(beyond.statusCode()).isEqualTo(503);
    assertThat(beyond.headers().firstValue("retry-after")).contains("1");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    goOn.countDown();

    for (CompletableFuture<HttpResponse<String>> each : slow) {
      assertThat(each.get().statusCode()).isEqualTo(200);
    }
    assertThat(get("/echo").statusCode()).isEqualTo(200);
  }

  @Test
  void saysThatThePortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      int port = other.getLocalPort();

      assertThatThrownBy(() -> OperationsServer.start(port, Optional::empty, () -> "", Map.of()))
          .isInstanceOf(SeawayException.class)
          .hasMessageContaining(Integer.toString(port))
          .hasMessageContaining("APPLICATION__PORT");
    }
  }

  private static Reply echo(Incoming request) {
    return Reply.text(
        200,
        request.method()
            + " "
            + request.path()
            + " "
            + request.headers().getOrDefault("content-type", List.of())
            + " "
            + new String(request.body(), java.nio.charset.StandardCharsets.UTF_8));
  }

  private Reply slow() {
    busy.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.text(200, "done");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(path)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }
}
