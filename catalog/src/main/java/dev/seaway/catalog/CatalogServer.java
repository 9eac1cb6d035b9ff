package dev.seaway.catalog;

import dev.seaway.catalog.wire.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The catalog on a TCP port. Requests are answered on virtual threads; the event loop only moves
 * bytes.
 */
public final class CatalogServer implements AutoCloseable {
  private static final int MAX_LINE_BYTES = 64 << 10;
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final EmbeddedCatalog catalog;
  private final String host;
  private final HttpServer http;
  private int port;

  private CatalogServer(EmbeddedCatalog catalog, String host, int port) {
    this.catalog = catalog;
    this.host = host;
    this.port = port;
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    this.http = vertx.createHttpServer(options()).requestHandler(this::receive);
  }

  private static HttpServerOptions options() {
    // A search names each property that it wants in the query. HTTP/2 has other limits, and nothing
    // to give here.
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setMaxInitialLineLength(MAX_LINE_BYTES)
        .setMaxHeaderSize(MAX_LINE_BYTES);
  }

  static CatalogServer start(EmbeddedCatalog catalog, String host, int port) {
    CatalogServer server = new CatalogServer(catalog, host, port);
    try {
      server.listen();
      return server;
    } catch (CompletionException e) {
      server.close();
      throw new CatalogException(
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
    // Beyond the limit the rest is read and dropped, so that the client gets to read its answer.
    Buffer body = Buffer.buffer();
    boolean[] tooLarge = {false};
    request.handler(
        part -> {
          tooLarge[0] |= body.length() + part.length() > Router.MAX_BODY_BYTES;
          if (!tooLarge[0]) {
            body.appendBuffer(part);
          }
        });
    request.endHandler(
        end -> {
          if (tooLarge[0]) {
            respond(request, CatalogAnswer.refused(Router.bodyTooLarge()));
          } else {
            executor.execute(() -> answer(request, body.getBytes()));
          }
        });
  }

  private void answer(HttpServerRequest request, byte[] body) {
    respond(request, answerTo(request, body));
  }

  private CatalogAnswer answerTo(HttpServerRequest request, byte[] body) {
    CatalogCall call;
    try {
      call = call(request, body);
    } catch (IllegalArgumentException e) {
      return CatalogAnswer.refused(
          new Refusal(
              400, "invalid_request", "The query has a percent sign that encodes nothing."));
    }
    return catalog.handle(call);
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

  private static void respond(HttpServerRequest request, CatalogAnswer answer) {
    request.response().setStatusCode(answer.status());
    answer.headers().forEach(request.response()::putHeader);
    // A client that has gone needs no answer; what it wrote is stored all the same.
    request.response().end(Buffer.buffer(answer.body()));
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
