package dev.seaway.core.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 over Vert.x. The one class that waits on a Vert.x future: callers block, on virtual
 * threads preferably, never on an event loop.
 */
public final class VertxTransport implements Transport, AutoCloseable {

  /** To open a connection: one lost packet is survived. */
  static final Duration CONNECT_TIMEOUT = Duration.ofMillis(2500);

  private static final Duration TLS_HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_HEADER_BYTES = 64 << 10;

  /** As much as one read of the socket brings: smaller pieces only cost time. */
  private static final int CHUNK_BYTES = 64 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(VertxTransport.class);

  private final TransportOptions options;
  private final Routes routes;
  private final Vertx vertx;
  private final HttpClient client;

  public VertxTransport(TransportOptions options) {
    this.options = options;
    this.routes = new Routes(options.proxies());
    if (!options.verifyTls()) {
      LOG.warn(
          "Certificates are not verified: anybody between here and the server can read and change"
              + " what is sent. Trust the server's authority with SSL_CERT_FILE instead");
    }
    HttpClientOptions clientOptions = clientOptions(options);
    this.vertx = Vertx.vertx(vertxOptions());
    this.client =
        vertx.createHttpClient(
            clientOptions, new PoolOptions().setHttp1MaxSize(options.connections()));
  }

  @Override
  public HttpAnswer exchange(HttpCall call) {
    Exchange exchange = new Exchange(call, options.maxResponseBytes());
    try {
      exchange.start(client, routes.to(call));
      HttpAnswer answer = await(exchange, call);
      return Decompression.plain(answer, options.maxResponseBytes());
    } catch (IOException e) {
      throw TransportFailures.of(call, exchange.progress(), e, routes.proxy(call));
    }
  }

  private static HttpAnswer await(Exchange exchange, HttpCall call) throws IOException {
    try {
      return exchange.answer().get(call.timeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      exchange.abandon();
      throw TransportFailures.timeout(call, exchange.progress());
    } catch (InterruptedException e) {
      exchange.abandon();
      Thread.currentThread().interrupt();
      throw TransportFailures.interrupted(call);
    } catch (ExecutionException e) {
      exchange.abandon();
      throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
    }
  }

  /** Closes all connections; requests in flight fail. */
  @Override
  public void close() {
    CompletableFuture<Void> closed =
        client.close().eventually(vertx::close).toCompletionStage().toCompletableFuture();
    try {
      closed.get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The HTTP connections could not be closed in {} s", CLOSE_TIMEOUT.toSeconds(), e);
    }
  }

  private static VertxOptions vertxOptions() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setUseDaemonThread(true)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static HttpClientOptions clientOptions(TransportOptions options) {
    HttpClientOptions client =
        new HttpClientOptions()
            .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
            .setSslHandshakeTimeout(TLS_HANDSHAKE_TIMEOUT.toMillis())
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
            .setKeepAliveTimeout((int) KEEP_ALIVE.toSeconds())
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setMaxChunkSize(CHUNK_BYTES)
            .setTrustAll(!options.verifyTls())
            .setVerifyHost(options.verifyTls());
    if (options.verifyTls() && !options.trust().isDefault()) {
      client.setTrustOptions(TrustOptions.wrap(TrustedCertificates.of(options.trust())));
    }
    return client;
  }
}
