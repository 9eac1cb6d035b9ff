package dev.seaway.distribution.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** An HTTP server on loopback that keeps every request in the order received. Thread-safe. */
public final class RecordingServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Recorded> requests = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Function<Recorded, Reply> answers;

  private RecordingServer(HttpServer server, Function<Recorded, Reply> answers) {
    this.server = server;
    this.answers = answers;
  }

  /** Starts to listen on a free port. */
  public static RecordingServer start(Function<Recorded, Reply> answers) {
    // Without it the JDK's server holds every small answer back for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      RecordingServer server = new RecordingServer(HttpServer.create(address, 0), answers);
      server.listen();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's origin. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** All requests so far. */
  public List<Recorded> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** Waits until the requests so far are as wished. False where they are not in time. */
  public boolean await(Predicate<List<Recorded>> wished, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (requests) {
      while (!wished.test(requests)) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        requests.wait(left);
      }
      return true;
    }
  }

  /** Forgets the requests so far, of which a long test may make too many to keep. */
  public void forget() {
    synchronized (requests) {
      requests.clear();
      numbers.clear();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void listen() {
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (answers.apply(record(exchange))) {
        case Reply.Text(int status, var headers, String body) ->
            send(exchange, status, headers, body.getBytes(StandardCharsets.UTF_8));
        case Reply.Bytes(int status, var headers, byte[] body) ->
            send(exchange, status, headers, body);
        case Reply.Truncated truncated -> sendHalf(exchange, truncated.body());
        case Reply.Cut _ -> {}
        case Reply.Hang _ -> closed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Recorded record(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String method = exchange.getRequestMethod();
    URI target = exchange.getRequestURI();
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    synchronized (requests) {
      int ofPath = numbers.merge(method + " " + target.getPath(), 1, Integer::sum);
      Recorded request = new Recorded(requests.size() + 1, ofPath, method, target, headers, body);
      requests.add(request);
      requests.notifyAll();
      return request;
    }
  }

  private static void send(
      HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void sendHalf(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
  }
}
