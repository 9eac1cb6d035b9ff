package dev.seaway.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.operations.Endpoint.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients cannot do by opening connections, and by sending half of a request. */
@Timeout(60)
class SlowConnectionsTest {

  private static final int MOST = 8;
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final List<RawClient> clients = new ArrayList<>();
  private final BodyBudget budget = BodyBudget.ofHeap(1);

  @AfterEach
  void close() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  @Test
  void closesTheConnectionThatHasWaitedForLongestWhereThereAreTooMany() throws Exception {
    try (OperationsServer server = serve(LONG, LONG)) {
      for (int number = 0; number < MOST; number++) {
        connect(server).sendText("POST /echo HTTP/1.1\r\nX-Slow: ");
      }

      assertThat(live(server)).isEqualTo(200);

      assertThat(clients.getFirst().isCutOff()).isTrue();
      RawClient last = clients.getLast();
      last.sendText("now\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
      assertThat(last.answer()).contains(" 200 ");
    }
  }

  @Test
  void keepsAConnectionWhoseRequestIsInProgress() throws Exception {
    try (OperationsServer server = serve(LONG, LONG)) {
      RawClient busy = connect(server);
      busy.begin("/echo", 2);
      busy.send(1);
      awaitProgress();
      for (int number = 0; number < 2 * MOST; number++) {
        connect(server).sendText("POST /echo HTTP/1.1\r\nX-Slow: ");
      }
      assertThat(live(server)).isEqualTo(200);

      busy.send(1);
      assertThat(busy.answer()).contains(" 200 ");
    }
  }

  @Test
  void closesAConnectionThatDoesNotSendItsHeadersInTime() throws Exception {
    try (OperationsServer server = serve(SHORT, LONG)) {
      RawClient silent = connect(server);
      RawClient slow = connect(server);
      slow.sendText("POST /echo HTTP/1.1\r\nX-Slow: ");

      assertThat(silent.isCutOff()).isTrue();
      assertThat(slow.isCutOff()).isTrue();
    }
  }

  @Test
  void closesAConnectionThatSendsNoFurtherRequest() throws Exception {
    try (OperationsServer server = serve(LONG, SHORT)) {
      RawClient idle = connect(server);
      idle.begin("/echo", 0);
      assertThat(idle.answer()).contains(" 200 ");

      assertThat(idle.isCutOff()).isTrue();
    }
  }

  /** What has come of a body is reserved. */
  private void awaitProgress() {
    long all = BodyBudget.ofHeap(1).left();
    while (budget.left() == all) {
      Thread.onSpinWait();
    }
  }

  private RawClient connect(OperationsServer server) throws IOException {
    RawClient client = new RawClient(server.port());
    clients.add(client);
    return client;
  }

  private OperationsServer serve(Duration patience, Duration idle) {
    return OperationsServer.start(
        0,
        Optional::empty,
        () -> "",
        Map.of("/echo", _ -> Reply.text(200, "done")),
        new Received.Bounds(budget, patience, MOST, idle));
  }

  private static int live(OperationsServer server) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + "/health/live");
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).statusCode();
    }
  }
}
