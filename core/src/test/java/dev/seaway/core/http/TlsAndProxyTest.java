package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.SeawayException;
import dev.seaway.core.http.TestServer.Reply;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsAndProxyTest {

  @TempDir private static Path folder;
  private static TlsServer server;
  private static TlsServer misnamed;

  @BeforeAll
  static void start() throws Exception {
    server = new TlsServer(folder, "localhost");
    misnamed = new TlsServer(folder, "other.example");
  }

  @AfterAll
  static void stop() {
    server.close();
    misnamed.close();
  }

  @Test
  void refusesACertificateThatNobodyVouchesForAndDoesNotTryAgain() {
    try (VertxTransport transport = transport(true, Trust.DEFAULT, Proxies.NONE)) {
      FakeWaits waits = new FakeWaits();
      ApiClient client =
          ApiClients.of(Sources.at(server.url("localhost")), transport, waits, new Announced());
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> client.send(ApiRequest.get("/x")))
          .withMessageContaining("no secure connection")
          .withMessageContaining("unable to find valid certification path")
          .withMessageContaining("SSL_CERT_FILE")
          .satisfies(e -> assertThat(e.reason()).isEqualTo(ApiException.Reason.UNREACHABLE));
      assertThat(waits.slept).isEmpty();
    }
  }

  @Test
  void acceptsAnyCertificateOnlyWhenToldTo() {
    try (VertxTransport transport = transport(false, Trust.DEFAULT, Proxies.NONE)) {
      assertThat(transport.exchange(get(server.url("localhost"))).status()).isEqualTo(200);
      assertThat(transport.exchange(get(misnamed.url("localhost"))).status()).isEqualTo(200);
    }
  }

  @Test
  void trustsACertificateFileOrFolderButNotForAnotherName() {
    for (Trust trust :
        List.of(
            new Trust(Optional.of(server.certificate()), Optional.empty()),
            new Trust(Optional.empty(), Optional.of(folder)))) {
      try (VertxTransport transport = transport(true, trust, Proxies.NONE)) {
        assertThat(transport.exchange(get(server.url("localhost"))).status()).isEqualTo(200);
        assertThat(failure(transport, misnamed.url("localhost")).reason())
            .isEqualTo(ApiException.Reason.UNREACHABLE);
      }
    }
  }

  @Test
  void saysWhatIsWrongWithATrustFile(@TempDir Path apart) throws Exception {
    Path empty = Files.writeString(Files.createTempFile(folder, "empty", ".txt"), "nothing");
    Path damaged =
        Files.writeString(
            Files.createTempFile(apart, "damaged", ".txt"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    for (Path file : List.of(folder.resolve("missing.pem"), empty, damaged)) {
      assertThatExceptionOfType(SeawayException.class)
          .isThrownBy(
              () -> transport(true, new Trust(Optional.of(file), Optional.empty()), Proxies.NONE))
          .withMessageContaining(file.toString())
          .withMessageContaining("SSL_CERT_FILE")
          .satisfies(e -> assertThat(e.category()).isEqualTo(SeawayException.Category.USER));
    }
  }

  @Test
  void tunnelsHttpsThroughTheProxyAndLeavesTheNameToIt() throws Exception {
    try (TestProxy proxy = new TestProxy(misnamed.port(), "");
        VertxTransport transport =
            transport(
                true,
                new Trust(Optional.of(misnamed.certificate()), Optional.empty()),
                all(proxy.url("me:p%40ss@")))) {
      URI url = URI.create("https://other.example/x");
      assertThat(transport.exchange(get(url)).status()).isEqualTo(200);
      assertThat(proxy.heads.getFirst())
          .startsWith("CONNECT other.example:443 HTTP/1.1")
          .containsIgnoringCase("proxy-authorization: Basic bWU6cEBzcw==");
    }
  }

  @Test
  void sendsHttpToTheProxyInAbsoluteForm() throws Exception {
    try (TestServer target = TestServer.inTurn(Reply.json("{}"));
        TestProxy proxy = new TestProxy(target.port(), "");
        VertxTransport transport = transport(true, Trust.DEFAULT, all(proxy.url("me:hush@")))) {
      URI url = URI.create("http://some.example/x?a=b");
      assertThat(transport.exchange(get(url)).status()).isEqualTo(200);
      assertThat(proxy.heads.getFirst())
          .startsWith("GET http://some.example/x?a=b HTTP/1.1")
          .containsIgnoringCase("proxy-authorization: Basic bWU6aHVzaA==");
    }
  }

  @Test
  void goesDirectlyWhereNoProxySaysSo() throws Exception {
    try (TestServer target = TestServer.inTurn(Reply.json("{}"));
        TestProxy proxy = new TestProxy(1, "");
        VertxTransport transport =
            transport(
                true,
                Trust.DEFAULT,
                new Proxies(
                    Optional.of(proxy.url("")),
                    Optional.empty(),
                    Optional.empty(),
                    List.of("127.0.0.1")))) {
      assertThat(transport.exchange(get(target.url("/x"))).status()).isEqualTo(200);
      assertThat(proxy.heads).isEmpty();
    }
  }

  @Test
  void aProxyThatRefusesIsNamedWithoutItsPassword() throws Exception {
    try (TestProxy proxy =
            new TestProxy(server.port(), "HTTP/1.1 407 Proxy Authentication Required");
        VertxTransport transport = transport(true, Trust.DEFAULT, all(proxy.url("me:hush@")))) {
      ApiException failure = failure(transport, URI.create("https://some.example/x"));
      assertThat(failure.reason()).isEqualTo(ApiException.Reason.UNREACHABLE);
      assertThat(failure).hasMessageContaining("proxy").hasMessageContaining("407");
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        assertThat(cause.toString()).doesNotContain("hush", "bWU6aHVzaA");
      }
    }
  }

  @Test
  void refusesAProxyOfAnUnknownScheme() {
    try (VertxTransport transport =
        transport(true, Trust.DEFAULT, all(URI.create("ftp://u:hush@h:1")))) {
      assertThatExceptionOfType(SeawayException.class)
          .isThrownBy(() -> transport.exchange(get(URI.create("https://some.example/x"))))
          .withMessageContaining("ftp://h:1")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
    }
  }

  private static Proxies all(URI proxy) {
    return new Proxies(Optional.empty(), Optional.empty(), Optional.of(proxy), List.of());
  }

  private static VertxTransport transport(boolean verify, Trust trust, Proxies proxies) {
    return new VertxTransport(new TransportOptions(2, verify, 1 << 20, proxies, trust));
  }

  private static ApiException failure(Transport transport, URI url) {
    return catchThrowableOfType(ApiException.class, () -> transport.exchange(get(url)));
  }

  private static HttpCall get(URI url) {
    return new HttpCall("GET", url, Map.of(), Optional.empty(), Duration.ofSeconds(20));
  }
}
