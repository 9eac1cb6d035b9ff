package dev.seaway.distribution;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A site with empty lists behind a certificate that only its own file vouches for. */
record TlsSite(HttpsServer server, Path certificate) implements AutoCloseable {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final byte[] EMPTY =
      "{\"size\":0,\"isLastPage\":true,\"values\":[]}".getBytes(StandardCharsets.UTF_8);

  static TlsSite start(Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path certificate = folder.resolve("ca.pem");
    keytool(
        keys, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=ip:127.0.0.1");
    keytool(keys, "-exportcert", "-rfc", "-file", certificate.toString());
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, EMPTY.length);
          exchange.getResponseBody().write(EMPTY);
          exchange.close();
        });
    server.start();
    return new TlsSite(server, certificate);
  }

  URI baseUrl() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(keys)) {
      store.load(stream, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Path keys, String... words) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-keystore",
            keys.toString(),
            "-storepass",
            new String(PASSWORD),
            "-alias",
            "site");
    builder.command().addAll(List.of(words));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
  }
}
