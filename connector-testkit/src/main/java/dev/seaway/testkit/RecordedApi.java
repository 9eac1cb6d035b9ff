package dev.seaway.testkit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.seaway.core.http.HttpAnswer;
import dev.seaway.core.http.HttpCall;
import dev.seaway.core.http.Transport;
import dev.seaway.core.http.TransportOptions;
import dev.seaway.core.http.VertxTransport;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An API's recorded answers, served over HTTP on the loopback interface, whatever the address that
 * is asked for. The recordings are WireMock's: {@code mappings/*.json}, and {@code __files}.
 */
final class RecordedApi implements Transport, AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final WireMockServer server;
  private final VertxTransport transport = new VertxTransport(TransportOptions.of(1));

  private RecordedApi(WireMockServer server) {
    this.server = server;
  }

  /**
   * Serves a folder.
   *
   * @param folder among the resources of the test
   */
  static RecordedApi of(String folder) {
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress(HOST)
                .dynamicPort()
                .usingFilesUnderClasspath(folder));
    server.start();
    return new RecordedApi(server);
  }

  @Override
  public HttpAnswer exchange(HttpCall call) {
    return transport.exchange(
        new HttpCall(call.method(), here(call.uri()), call.headers(), call.body(), call.timeout()));
  }

  private URI here(URI asked) {
    String query = Optional.ofNullable(asked.getRawQuery()).map(text -> "?" + text).orElse("");
    return URI.create("http://" + HOST + ":" + server.port() + asked.getRawPath() + query);
  }

  /** What was asked for and is not recorded. */
  List<String> unrecorded() {
    return server.findAllUnmatchedRequests().stream().map(RecordedApi::shown).toList();
  }

  /** What is recorded and was not asked for. */
  List<String> unread() {
    Set<StubMapping> read =
        server.getAllServeEvents().stream()
            .filter(ServeEvent::getWasMatched)
            .map(ServeEvent::getStubMapping)
            .collect(Collectors.toSet());
    return server.getStubMappings().stream()
        .filter(stub -> !read.contains(stub))
        .map(RecordedApi::shown)
        .toList();
  }

  private static String shown(LoggedRequest request) {
    return request.getMethod() + " " + request.getUrl();
  }

  private static String shown(StubMapping stub) {
    return Optional.ofNullable(stub.getResponse().getBodyFileName())
        .orElseGet(() -> stub.getRequest().toString());
  }

  @Override
  public void close() {
    server.stop();
    transport.close();
  }
}
