package dev.seaway.core.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** An HTTPS server whose certificate, for one host name, was made for this test. */
final class TlsServer implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final HttpsServer server;
  private final Path certificate;

  TlsServer(Path folder, String host) throws Exception {
    this(folder, host, parameters -> {});
  }

  /** A server that demands more of its clients. */
  TlsServer(Path folder, String host, Consumer<SSLParameters> demands, String... keyOptions)
      throws Exception {
    Path store = folder.resolve(host + ".p12");
    certificate = folder.resolve(host + ".pem");
    List<String> options = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC"));
    options.addAll(List.of("-dname", "CN=" + host, "-ext", "san=dns:" + host));
    options.addAll(List.of("-storetype", "PKCS12"));
    options.addAll(List.of(keyOptions));
    keytool(store, options.toArray(String[]::new));
    keytool(store, "-exportcert", "-rfc", "-file", certificate.toString());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context(store)) {
          @Override
          public void configure(HttpsParameters connection) {
            SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
            demands.accept(parameters);
            connection.setSSLParameters(parameters);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"tls\":true}".getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI url(String host) {
    return URI.create("https://" + host + ":" + port() + "/x");
  }

  Path certificate() {
    return certificate;
  }

  private static SSLContext context(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-alias", "server", "-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
