package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A sandbox site served over HTTP on the loopback interface, until it is closed. */
public final class SandboxSite implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SandboxApi api;

  private SandboxSite(HttpServer server, SandboxSettings settings) {
    this.server = server;
    URI site = address(server);
    this.api = new SandboxApi(settings, SandboxRecords.generate(settings), site);
  }

  /** Makes the records and starts to listen. */
  public static SandboxSite start(SandboxSettings settings) {
    // Without it the JDK's server holds every small answer back for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
      SandboxSite site = new SandboxSite(HttpServer.create(address, 0), settings);
      site.listen();
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The sandbox site cannot listen on port " + settings.port() + ": " + e.getMessage(), e);
    }
  }

  /** The address to give to a connector as its base URL. */
  public URI baseUrl() {
    return address(server);
  }

  @Override
  public void close() {
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
      exchange.getRequestBody().readAllBytes();
      SandboxAnswer answer =
          api.answer(
              SandboxRequest.of(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
      byte[] body = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
