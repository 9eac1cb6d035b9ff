package dev.seaway.service.operations;

import dev.seaway.core.FaultOrigin;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.service.operations.Endpoint.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's own port. Each request is answered on a virtual thread; connections, bodies, each
 * and all together, and the number of requests at a time are bounded. Health and metrics are
 * answered whatever else is in progress.
 */
public final class OperationsServer implements AutoCloseable {

  /** Requests at a time, health and metrics aside; beyond that the answer is 503. */
  public static final int REQUESTS_AT_A_TIME = 32;

  /** Of a request for health or metrics, which needs no body. */
  static final int MAX_OWN_BODY_BYTES = 1 << 10;

  private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
  private static final int IDLE_SECONDS = 120;
  private static final int MAX_HEADER_BYTES = 16 << 10;
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
  private static final Logger log = LoggerFactory.getLogger(OperationsServer.class);

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              .setWorkerPoolSize(1)
              .setInternalBlockingPoolSize(1)
              .setUseDaemonThread(true)
              .setFileSystemOptions(
                  new FileSystemOptions()
                      .setFileCachingEnabled(false)
                      .setClassPathResolvingEnabled(false)));
  private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore requestsAtATime = new Semaphore(REQUESTS_AT_A_TIME);
  private final Map<String, Endpoint> own;
  private final Map<String, Endpoint> endpoints;
  private final Received.Bounds bounds;
  private final Connections connections;
  private final HttpServer http;

  private OperationsServer(
      Map<String, Endpoint> own, Map<String, Endpoint> endpoints, Received.Bounds bounds) {
    this.own = Map.copyOf(own);
    this.endpoints = Map.copyOf(endpoints);
    this.bounds = bounds;
    this.connections =
        new Connections(vertx, bounds.connections(), bounds.patience(), bounds.idle());
    this.http =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHttp2ClearTextEnabled(false)
                    .setMaxHeaderSize(MAX_HEADER_BYTES)
                    .setIdleTimeout(IDLE_SECONDS))
            .connectionHandler(connections::opened)
            .requestHandler(this::receive);
  }

  /**
   * Starts to listen, on all addresses.
   *
   * @param port 0 takes any free one
   * @param obstacle why the service cannot do its work now, for {@code /health/ready}
   * @param metrics what {@code /metrics} answers
   * @param endpoints path to what answers it; all other paths answer 404
   */
  public static OperationsServer start(
      int port,
      Supplier<Optional<String>> obstacle,
      Supplier<String> metrics,
      Map<String, Endpoint> endpoints) {
    return start(port, obstacle, metrics, endpoints, Received.Bounds.ofThisProcess());
  }

  static OperationsServer start(
      int port,
      Supplier<Optional<String>> obstacle,
      Supplier<String> metrics,
      Map<String, Endpoint> endpoints,
      Received.Bounds bounds) {
    Map<String, Endpoint> own = new LinkedHashMap<>();
    own.put("/health/live", reading(() -> Reply.text(200, "The service runs.")));
    own.put("/health/ready", reading(() -> ready(obstacle.get())));
    own.put("/metrics", reading(() -> new Reply(200, METRICS, metrics.get())));
    OperationsServer server = new OperationsServer(own, endpoints, bounds);
    try {
      server.listen(port);
      return server;
    } catch (SeawayException e) {
      server.close();
      throw e;
    }
  }

  private static Reply ready(Optional<String> obstacle) {
    return obstacle
        .map(why -> Reply.text(503, "Not ready: " + why + "."))
        .orElseGet(() -> Reply.text(200, "Ready."));
  }

  private static Endpoint reading(Supplier<Reply> content) {
    return request ->
        request.method().equals("GET") || request.method().equals("HEAD")
            ? content.get()
            : Reply.text(405, "Only GET is answered here.");
  }

  /** The port that is listened on. */
  public int port() {
    return http.actualPort();
  }

  private void listen(int port) {
    CompletableFuture<HttpServer> listening = new CompletableFuture<>();
    http.listen(port).onComplete(listening::complete, listening::completeExceptionally);
    try {
      listening.get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      log.info("Health, metrics and requests are answered on port {}", port());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable(port, e);
    } catch (ExecutionException | TimeoutException e) {
      throw unusable(port, e);
    }
  }

  private static SeawayException unusable(int port, Exception cause) {
    String why = cause.getCause() == null ? cause.toString() : cause.getCause().getMessage();
    return new SeawayException(
        Category.USER,
        "The port %d cannot be listened on: %s. Set APPLICATION__PORT to one that is free, or to 0 for any."
            .formatted(port, why),
        cause);
  }

  private void receive(HttpServerRequest request) {
    connections.began(request);
    String path = Optional.ofNullable(request.path()).orElse("/");
    Optional<Endpoint> always = Optional.ofNullable(own.get(path));
    Optional<Endpoint> bounded = Optional.ofNullable(endpoints.get(path));
    int mostBytes = always.isPresent() ? MAX_OWN_BODY_BYTES : Received.MAX_BODY_BYTES;
    Received received = new Received(vertx, request, mostBytes, bounds);
    if (always.isPresent()) {
      received.whole(incoming -> answer(always.get(), incoming, received), () -> {});
    } else if (bounded.isEmpty()) {
      received.reply(Reply.text(404, "Nothing is answered here."));
    } else if (!requestsAtATime.tryAcquire()) {
      received.reply(Reply.text(503, "Too many requests at a time; try again."));
    } else {
      received.whole(
          incoming -> answer(bounded.get(), incoming, received), requestsAtATime::release);
    }
  }

  private void answer(Endpoint endpoint, Incoming incoming, Received received) {
    answering.execute(() -> received.reply(answer(endpoint, incoming)));
  }

  private static Reply answer(Endpoint endpoint, Incoming incoming) {
    try {
      return endpoint.answer(incoming);
    } catch (RuntimeException | Error e) {
      // Without an answer, what the request has reserved would never be released.
      log.error("The request {} failed: {}", incoming, FaultOrigin.describe(e), e);
      return Reply.text(500, "The request failed by a fault of the service.");
    }
  }

  /** Stops listening, and gives what is being answered a moment to end. */
  @Override
  public void close() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    answering.shutdown();
    try {
      if (!answering.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        answering.shutdownNow();
      }
      vertx.close().onComplete(closed::complete, closed::completeExceptionally);
      closed.get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      answering.shutdownNow();
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.warn("The service's port could not be closed in {} s", CLOSE_TIMEOUT.toSeconds(), e);
    }
  }
}
