package dev.seaway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What nobody, and what a client that is slow, can take of the server. */
@Timeout(60)
class ServerBoundsTest {

  private static final int MOST = 8;
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir Path folder;
  private final List<Socket> sockets = new ArrayList<>();
  private EmbeddedCatalog catalog;

  @BeforeEach
  void open() {
    catalog = EmbeddedCatalog.open(folder.resolve("catalog.db"));
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    catalog.close();
  }

  @Test
  void refusesTheBodyOfNobodyBeforeItComes() throws IOException {
    try (CatalogServer server = serve(1 << 20, LONG, LONG)) {
      Socket socket = connect(server);
      send(socket, "POST /v1/blueprints HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n");

      assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 401 Unauthorized");
    }
  }

  @Test
  void refusesALargeBodyOfWhoAsksForAToken() throws IOException {
    try (CatalogServer server = serve(1 << 20, LONG, LONG)) {
      Socket socket = connect(server);
      send(
          socket,
          "POST /v1/auth/access_token HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\n"
              + " ".repeat(20_000));

      assertThat(statusLine(socket)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  @Timeout(60)
  void refusesWhatIsTooMuchTogether() throws Exception {
    try (CatalogServer server = serve(100_000, LONG, LONG)) {
      String token = token(server);
      Socket one = withMostOfItsBody(server, token);
      String status;
      do {
        if (one.getInputStream().available() > 0) {
          // The other one was faster, so that this one was refused.
          one = withMostOfItsBody(server, token);
        }
        // The server may not have read all of the first one yet. One at a time: the first one must
        // not be closed as one of too many.
        try (Socket other = connect(server)) {
          send(other, head(token, 30_000) + " ".repeat(30_000));
          status = statusLine(other);
        }
      } while (status.contains(" 400 "));

      assertThat(status).contains(" 503 ");
      send(one, " ".repeat(10_000));
      assertThat(statusLine(one)).contains(" 400 ");
      Socket again = connect(server);
      send(again, head(token, 90_000) + " ".repeat(90_000));
      assertThat(statusLine(again)).contains(" 400 ");
    }
  }

  @Test
  void closesTheConnectionThatHasWaitedForLongestWhereThereAreTooMany() throws Exception {
    try (CatalogServer server = serve(1 << 20, LONG, LONG)) {
      for (int number = 0; number < MOST; number++) {
        connect(server);
        send(sockets.getLast(), "GET / HTTP/1.1\r\nX-Slow: ");
      }

      assertThat(root(server)).isEqualTo(200);

      assertThat(isClosed(sockets.getFirst())).isTrue();
      Socket last = sockets.getLast();
      send(last, "now\r\nHost: x\r\n\r\n");
      assertThat(statusLine(last)).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void closesAConnectionThatDoesNotSendItsHeadersInTime() throws IOException {
    try (CatalogServer server = serve(1 << 20, SHORT, LONG)) {
      Socket silent = connect(server);
      Socket slow = connect(server);
      send(slow, "GET / HTTP/1.1\r\nX-Slow: ");

      assertThat(isClosed(silent)).isTrue();
      assertThat(isClosed(slow)).isTrue();
    }
  }

  @Test
  void closesAConnectionThatDoesNotSendItsBodyInTime() throws Exception {
    try (CatalogServer server = serve(1 << 20, LONG, LONG)) {
      String token = token(server);
      try (CatalogServer hasty = serve(1 << 20, SHORT, LONG)) {
        Socket slow = connect(hasty);
        send(slow, head(token, 1_000) + " ".repeat(10));

        assertThat(isClosed(slow)).isTrue();
      }
    }
  }

  @Test
  void closesAConnectionThatIsIdle() throws IOException {
    try (CatalogServer server = serve(1 << 20, LONG, SHORT)) {
      Socket idle = connect(server);
      send(idle, "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(statusLine(idle)).contains(" 404 ");
      idle.getInputStream().readAllBytes();
    }
  }

  private CatalogServer serve(long bodyBytes, Duration patience, Duration idle) {
    return catalog.serve("127.0.0.1", 0, new CatalogServer.Bounds(MOST, bodyBytes, patience, idle));
  }

  private Socket connect(CatalogServer server) throws IOException {
    Socket socket = new Socket(server.address().getHost(), server.address().getPort());
    sockets.add(socket);
    return socket;
  }

  /** One that sends 80,000 bytes of 90,000. */
  private Socket withMostOfItsBody(CatalogServer server, String token) throws IOException {
    Socket socket = connect(server);
    send(socket, head(token, 90_000) + " ".repeat(80_000));
    return socket;
  }

  private static String head(String token, int length) {
    return "POST /v1/blueprints HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
        .formatted(token, length);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String statusLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = socket.getInputStream().read();
    while (next >= 0 && next != '\r') {
      line.append((char) next);
      next = socket.getInputStream().read();
    }
    return line.toString();
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  private String token(CatalogServer server) throws Exception {
    String body =
        "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
            .formatted(catalog.credentials().clientId(), catalog.credentials().clientSecret());
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(server.address() + "/v1/auth/access_token"))
                      .POST(HttpRequest.BodyPublishers.ofString(body))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      return CatalogClient.MAPPER.readTree(answer).path("accessToken").asText();
    }
  }

  private static int root(CatalogServer server) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(server.address() + "/")).build(),
              BodyHandlers.ofString())
          .statusCode();
    }
  }
}
