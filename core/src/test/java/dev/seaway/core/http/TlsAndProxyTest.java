package dev.seaway.core.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.SeawayException;
import dev.seaway.core.http.TestServer.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void aProxyThatForbidsSaysWhomToAsk() throws Exception {
    try (TestProxy proxy = new TestProxy(server.port(), "HTTP/1.1 403 Forbidden");
        VertxTransport transport = transport(true, Trust.DEFAULT, all(proxy.url("")))) {
      assertThat(failure(transport, URI.create("https://some.example/x")))
          .hasMessageContainingAll("the proxy refused", "403", "NO_PROXY");
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamed() throws Exception {
    try (VertxTransport transport =
        transport(true, Trust.DEFAULT, all(URI.create("http://me:hush@127.0.0.1:1")))) {
      assertThat(failure(transport, URI.create("https://some.example/x")))
          .hasMessageContainingAll("the proxy http://127.0.0.1:1", "cannot be reached")
          .hasMessageNotContaining("hush");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, mutual TLS, TLSv1.3",
    "true, client certificate, TLSv1.2",
    "false, no version or cipher, TLSv1.1"
  })
  void saysWhyAHandshakeFailed(boolean needsClient, String reason, String protocol)
      throws Exception {
    try (TlsServer demanding =
            new TlsServer(
                Files.createTempDirectory(folder, "demanding"),
                "localhost",
                parameters -> {
                  parameters.setNeedClientAuth(needsClient);
                  parameters.setProtocols(new String[] {protocol});
                });
        VertxTransport transport =
            transport(
                true,
                new Trust(Optional.of(demanding.certificate()), Optional.empty()),
                Proxies.NONE)) {
      assertThat(failure(transport, demanding.url("localhost")))
          .returns(ApiException.Reason.UNREACHABLE, ApiException::reason)
          .hasMessageContaining(reason);
    }
  }

  @Test
  void saysThatACertificateIsForAnotherHost() {
    Trust trust = new Trust(Optional.of(misnamed.certificate()), Optional.empty());
    try (VertxTransport transport = transport(true, trust, Proxies.NONE)) {
      assertThat(failure(transport, misnamed.url("localhost")))
          .hasMessageContaining("for another host name");
    }
  }

  @Test
  void saysThatACertificateHasExpired() {
    Throwable expired = new CertPathValidatorException("", new CertificateExpiredException("then"));
    assertThat(TlsFailure.of(new SSLHandshakeException("", expired)).orElseThrow())
        .contains("has expired");
    assertThat(TlsFailure.of(new IOException(expired)).orElse("")).contains("has expired");
    assertThat(TlsFailure.of(new IOException("none"))).isEmpty();
  }

  @Test
  void saysThatAServerSpeaksNoTls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        VertxTransport transport = transport(true, Trust.DEFAULT, Proxies.NONE)) {
      Thread.startVirtualThread(() -> answerInPlainText(plain));
      URI url = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/x");
      assertThat(failure(transport, url))
          .hasMessageEndingWith(
              ": no secure connection: the server speaks no TLS at this port. Write http:// in"
                  + " place of https://, or check the port of the URL");
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
