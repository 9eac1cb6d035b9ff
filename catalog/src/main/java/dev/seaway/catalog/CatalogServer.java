package dev.seaway.catalog;

import dev.seaway.catalog.wire.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog on a TCP port. Requests are answered on virtual threads; the event loop only moves
 * bytes. A body is read only of whom the catalog knows.
 */
public final class CatalogServer implements AutoCloseable {
  private static final int MAX_LINE_BYTES = 64 << 10;
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final byte[] NO_BODY = {};
  private static final Logger LOG = LoggerFactory.getLogger(CatalogServer.class);

  /**
   * What clients may take of the server.
   *
   * @param connections open at a time; beyond it the one that has waited for longest is closed
   * @param bodyBytes of all bodies together
   * @param patience how long the headers of a first request, and a body, may take to come
   * @param idle how long a connection may take from an answer to the next request
   */
  record Bounds(int connections, long bodyBytes, Duration patience, Duration idle) {

    private static final int SHARE_OF_HEAP = 8;

    static Bounds ofThisProcess() {
      long bodies =
          Math.max(Router.MAX_BODY_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
      return new Bounds(512, bodies, Duration.ofSeconds(30), Duration.ofMinutes(2));
    }
  }

  private final Vertx vertx;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final EmbeddedCatalog catalog;
  private final String host;
  private final Connections connections;
  private final Receipt.Bounds bodies;
  private final HttpServer http;
  private int port;

  private CatalogServer(EmbeddedCatalog catalog, String host, int port, Bounds bounds) {
    this.catalog = catalog;
    this.host = host;
    this.port = port;
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    this.connections =
        new Connections(vertx, bounds.connections(), bounds.patience(), bounds.idle());
    this.bodies = new Receipt.Bounds(new AtomicLong(bounds.bodyBytes()), bounds.patience());
    this.http =
        vertx
            .createHttpServer(options())
            .connectionHandler(connections::opened)
            .requestHandler(this::receive);
  }

  private static HttpServerOptions options() {
    // A search names each property that it wants in the query. HTTP/2 has other limits, and nothing
    // to give here.
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setMaxInitialLineLength(MAX_LINE_BYTES)
        .setMaxHeaderSize(MAX_LINE_BYTES);
  }

  static CatalogServer start(EmbeddedCatalog catalog, String host, int port, Bounds bounds) {
    CatalogServer server = new CatalogServer(catalog, host, port, bounds);
    try {
      server.listen();
      return server;
    } catch (CompletionException e) {
      server.close();
      throw new EmbeddedCatalogException(
          "The catalog cannot listen on %s:%d: %s. Choose another port or address."
              .formatted(host, port, e.getCause() == null ? e : e.getCause().getMessage()),
          e);
    }
  }

  private void listen() {
    port = done(http.listen(port, host)).actualPort();
  }

  /** Where the server listens, without a path. */
  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://%s:%d".formatted(name, port));
  }

  private void receive(HttpServerRequest request) {
    connections.began(request);
    try {
      receive(request, call(request, NO_BODY));
    } catch (IllegalArgumentException e) {
      new Receipt(vertx, request, 0, bodies)
          .refuse(
              CatalogAnswer.refused(
                  new Refusal(
                      400,
                      "invalid_request",
                      "The query has a percent sign that encodes nothing.")));
    }
  }

  private void receive(HttpServerRequest request, CatalogCall head) {
    Optional<CatalogAnswer> refusal = catalog.refusal(head);
    int mostBytes = refusal.isPresent() ? 0 : catalog.mostBodyBytes(head);
    Receipt receipt = new Receipt(vertx, request, mostBytes, bodies);
    refusal.ifPresentOrElse(
        receipt::refuse,
        () -> receipt.whole(body -> executor.execute(() -> receipt.respond(answer(head, body)))));
  }

  /** Without an answer, what the request has reserved would never be released. */
  private CatalogAnswer answer(CatalogCall head, byte[] body) {
    try {
      return catalog.handle(head.withBody(body));
    } catch (RuntimeException | Error e) {
      LOG.error("{} failed", head, e);
      return CatalogAnswer.refused(
          new Refusal(
              500, "internal_error", "The catalog failed on this call. Its log has the cause."));
    }
  }

  private static CatalogCall call(HttpServerRequest request, byte[] body) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    request
        .params(true)
        .forEach((name, value) -> query.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
    String path = Objects.requireNonNullElse(request.path(), "/");
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    return new CatalogCall(request.method().name(), path, query, headers, body);
  }

  private static <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** Stops listening, ends open connections and waits for the calls in progress. */
  @Override
  public void close() {
    done(http.shutdown(CLOSING.toSeconds(), TimeUnit.SECONDS));
    executor.close();
    done(vertx.close());
  }
}
