package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.connector.ApiRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class VertxTransportTest {

  private static final VertxTransport TRANSPORT =
      new VertxTransport(new TransportOptions(4, true, 1 << 20, Proxies.NONE, Trust.DEFAULT));

  @AfterAll
  static void close() {
    TRANSPORT.close();
  }

  @Test
  void carriesMethodHeadersAndBodyThereAndStatusHeadersAndBodyBack() {
    try (TestServer server =
        new TestServer(seen -> TestServer.Reply.status(404, "ü\n").with("X-Y", "z"))) {
      HttpAnswer answer =
          TRANSPORT.exchange(
              new HttpCall(
                  "POST",
                  server.url("/a%20b?c=d%26"),
                  Map.of("X-A", "1", "Content-Type", "text/x"),
                  Optional.of(new ApiRequest.Body("text/x", "hällo")),
                  Duration.ofSeconds(10)));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("ü\n");
      assertThat(answer.headers()).containsEntry("x-y", List.of("z"));
      TestServer.Seen seen = server.seen.getFirst();
      assertThat(seen.method() + " " + seen.target()).isEqualTo("POST /a%20b?c=d%26");
      assertThat(seen.body()).isEqualTo("hällo");
      assertThat(seen.header("x-a")).isEqualTo("1");
      assertThat(seen.header("accept-encoding")).isEqualTo("gzip");
      assertThat(seen.header("host")).isEqualTo("127.0.0.1:" + server.port());
    }
  }

  @Test
  void aBodyShorterThanItsContentLengthIsBroken() throws IOException {
    assertFails(
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"", ApiException.Reason.BROKEN_BODY);
  }

  @Test
  void aChunkedBodyWithoutItsEndIsBroken() throws IOException {
    assertFails(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n",
        ApiException.Reason.BROKEN_BODY);
  }

  @Test
  void aConnectionClosedBeforeTheAnswerIsUnreachable() throws IOException {
    assertFails("", ApiException.Reason.UNREACHABLE);
  }

  @Test
  void somethingElseThanHttpIsUnreachable() throws IOException {
    assertFails("SSH-2.0-OpenSSH_9.9\r\n\r\n", ApiException.Reason.UNREACHABLE);
  }

  @Test
  void anUnknownEncodingIsNotJson() throws IOException {
    assertFails(
        "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}",
        ApiException.Reason.NOT_JSON);
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() throws IOException {
    assertFails(
        "HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n" + "x".repeat(2_000_000),
        ApiException.Reason.TOO_LARGE);
  }

  @Test
  void aRefusedConnectionIsUnreachable() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/x");
    }
    assertThat(failure(nobody, 10_000))
        .hasMessageContaining("GET " + nobody)
        .returns(ApiException.Reason.UNREACHABLE, ApiException::reason);
  }

  @Test
  void anUnknownHostIsUnreachable() {
    assertThat(failure(URI.create("http://nowhere.invalid/x?key=hush"), 10_000))
        .hasMessageStartingWith("GET http://nowhere.invalid/x?key: the host name is not known")
        .returns(ApiException.Reason.UNREACHABLE, ApiException::reason);
  }

  @Test
  void namesOfTheHostsFileAreKnown() {
    try (TestServer server = TestServer.inTurn(TestServer.Reply.json("{}"))) {
      URI byName = URI.create("http://localhost:" + server.port() + "/x");
      assertThat(TRANSPORT.exchange(get(byName, 10_000)).status()).isEqualTo(200);
    }
  }

  @Test
  void aClosedTransportFailsLikeAnyOther() {
    VertxTransport closed = new VertxTransport(TransportOptions.of(1));
    closed.close();
    assertThat(
            catchThrowableOfType(
                ApiException.class,
                () -> closed.exchange(get(URI.create("http://127.0.0.1:1/x"), 10_000))))
        .returns(ApiException.Reason.UNREACHABLE, ApiException::reason);
  }

  @Test
  void aServerThatNeverAnswersTimesOut() throws IOException {
    try (RawServer server =
        new RawServer(
            (number, head, out) -> {
              out.flush();
              return true;
            })) {
      assertThat(failure(server.url("/x?key=hush"), 200))
          .returns(ApiException.Reason.TIMEOUT, ApiException::reason)
          .hasMessageContaining("0.2 s")
          .hasMessageNotContainingAny("hush");
    }
  }

  @Test
  void theTimeoutCoversABodyThatDrips() throws IOException {
    try (RawServer server = new RawServer((number, head, out) -> drip(out))) {
      ApiException failure = failure(server.url("/x"), 400);
      assertThat(failure.reason()).isEqualTo(ApiException.Reason.TIMEOUT);
      assertThat(failure).hasMessageContaining("did not end");
    }
  }

  @SuppressWarnings("InfiniteLoopStatement") // ends when the client hangs up
  private static boolean drip(OutputStream out) throws Exception {
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      out.write(' ');
      out.flush();
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void anInterruptStopsTheWaitAndIsKept() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            (number, head, out) -> {
              asked.countDown();
              return true;
            })) {
      AtomicReference<ApiException> failure = new AtomicReference<>();
      AtomicReference<Boolean> flag = new AtomicReference<>(false);
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    failure.set(failure(server.url("/x"), 60_000));
                    flag.set(Thread.currentThread().isInterrupted());
                  });
      asked.await();
      thread.interrupt();
      thread.join();
      assertThat(failure.get().reason()).isEqualTo(ApiException.Reason.INTERRUPTED);
      assertThat(flag.get()).isTrue();
    }
  }

  @Test
  void decompressesGzip() throws IOException {
    try (RawServer server = gzipServer(gzip("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))) {
      HttpAnswer answer = TRANSPORT.exchange(get(server.url("/x"), 10_000));
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
      assertThat(answer.headers()).doesNotContainKeys("content-encoding", "content-length");
    }
  }

  @Test
  void stopsAGzipBombAtTheLimit() throws IOException {
    byte[] bomb = gzip(new byte[200 << 20]);
    assertThat(bomb.length).isLessThan(1 << 20);
    try (RawServer server = gzipServer(bomb)) {
      assertThat(failure(server.url("/x"), 10_000))
          .returns(ApiException.Reason.TOO_LARGE, ApiException::reason)
          .hasMessageContaining("1048576 bytes");
    }
  }

  @Test
  void aCutGzipBodyIsBroken() throws IOException {
    byte[] whole =
        gzip("{\"a\":\"some text that is long enough\"}".getBytes(StandardCharsets.UTF_8));
    try (RawServer server = gzipServer(Arrays.copyOf(whole, whole.length - 12))) {
      assertThat(failure(server.url("/x"), 10_000).reason())
          .isEqualTo(ApiException.Reason.BROKEN_BODY);
    }
  }

  @Test
  void keepsConnectionsAliveAndNoticesOnesThatTheServerClosed() throws IOException {
    try (RawServer server =
        new RawServer(
            (number, head, out) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                      .getBytes(StandardCharsets.UTF_8));
              return number == 0;
            })) {
      for (int request = 0; request < 3; request++) {
        HttpAnswer answer = null;
        while (answer == null) {
          answer = exchangeUnlessStale(server.url("/" + request));
        }
        assertThat(answer.status()).isEqualTo(200);
      }
      assertThat(server.heads.stream().map(List::getFirst))
          .containsExactly("GET /0 HTTP/1.1", "GET /1 HTTP/1.1", "GET /2 HTTP/1.1");
    }
  }

  private static @Nullable HttpAnswer exchangeUnlessStale(URI url) {
    try {
      return TRANSPORT.exchange(get(url, 10_000));
    } catch (ApiException stale) {
      assertThat(stale.reason()).isEqualTo(ApiException.Reason.UNREACHABLE);
      return null;
    }
  }

  private static void assertFails(String wire, ApiException.Reason reason) throws IOException {
    try (RawServer server = RawServer.inTurn(wire)) {
      ApiException failure = failure(server.url("/x?key=hush"), 10_000);
      assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
      assertThat(failure)
          .hasMessageStartingWith("GET http://127.0.0.1:")
          .hasMessageNotContainingAny("hush");
    }
  }

  private static RawServer gzipServer(byte[] compressed) {
    return new RawServer(
        (number, head, out) -> {
          String headers =
              "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                  + compressed.length
                  + "\r\n\r\n";
          out.write(headers.getBytes(StandardCharsets.UTF_8));
          out.write(compressed);
          return false;
        });
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(plain);
    }
    return compressed.toByteArray();
  }

  private static ApiException failure(URI url, long timeoutMillis) {
    return catchThrowableOfType(
        ApiException.class, () -> TRANSPORT.exchange(get(url, timeoutMillis)));
  }

  private static HttpCall get(URI url, long timeoutMillis) {
    return new HttpCall("GET", url, Map.of(), Optional.empty(), Duration.ofMillis(timeoutMillis));
  }
}
