package dev.seaway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  @TempDir Path folder;
  Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("catalog.db");
  }

  private void refuses(Path path, String... words) {
    assertThatThrownBy(() -> EmbeddedCatalog.open(path))
        .isInstanceOf(EmbeddedCatalogException.class)
        .hasMessageContaining(path.toString())
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\n");
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void keepsEverythingWhenOpenedAgain() {
    Credentials credentials;
    try (CatalogClient client = new CatalogClient(folder)) {
      credentials = client.catalog.credentials();
      client.deskAndRequest();
      client.upsert("request", "{'identifier':'A','title':'kept'}");
    }
    try (CatalogClient client = new CatalogClient(folder)) {
      assertThat(client.catalog.credentials()).isEqualTo(credentials);
      assertThat(client.entity("request", "A").path("title").asText()).isEqualTo("kept");
    }
  }

  @Test
  void givesFilesToTheirOwnerOnly() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    try (EmbeddedCatalog catalog = EmbeddedCatalog.open(file)) {
      assertThat(catalog.credentials().clientSecret()).hasSizeGreaterThan(40);
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> all = files.toList();
        assertThat(all).hasSize(4);
        for (Path each : all) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
              .as(each.toString())
              .isEqualTo("rw-------");
        }
      }
    }
  }

  @Test
  void createsItsFolder() {
    Path deep = folder.resolve("a/b/catalog.db");
    EmbeddedCatalog.open(deep).close();
    assertThat(deep).isRegularFile();
  }

  @Test
  void refusesAFolder() {
    refuses(folder, "it is a folder", "catalog.db");
  }

  @Test
  void refusesAFileBelowAFile() throws IOException {
    Files.writeString(file, "text");
    refuses(file.resolve("inner.db"), "cannot be opened", file + " is a file, not a folder");
  }

  @Test
  void refusesWhatIsNotSqlite() throws IOException {
    Files.writeString(file, "name,value\n1,2\n");
    refuses(file, "not a SQLite database");
    assertThat(file).hasContent("name,value\n1,2\n");
  }

  @Test
  void refusesTheDatabaseOfAnotherProgram() throws SQLException {
    sql("CREATE TABLE customers(id INTEGER)");
    refuses(file, "another program");
    sql("PRAGMA application_id = 1234");
    refuses(file, "another program");
  }

  @Test
  void refusesANewerDatabase() throws SQLException {
    EmbeddedCatalog.open(file).close();
    sql("PRAGMA user_version = 99");
    refuses(file, "newer", "99");
  }

  @Test
  void refusesADamagedDatabase() throws IOException {
    try (EmbeddedCatalog catalog = EmbeddedCatalog.open(file)) {
      assertThat(catalog.credentials()).isNotNull();
    }
    byte[] noise = new byte[(int) Files.size(file) - 4_096];
    Arrays.fill(noise, (byte) 0x5a);
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(4_096);
      access.write(noise);
    }
    refuses(file, "damaged", "backup");
  }

  @Test
  void refusesADatabaseThatWasCut() throws IOException {
    EmbeddedCatalog.open(file).close();
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(6_000);
    }
    refuses(file, "damaged");
  }

  @Test
  void opensAnEmptyFile() throws IOException {
    Files.createFile(file);
    EmbeddedCatalog.open(file).close();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void refusesASecondOpening() {
    try (EmbeddedCatalog catalog = EmbeddedCatalog.open(file)) {
      refuses(file, "already open");
      assertThat(catalog.credentials()).isNotNull();
    }
    EmbeddedCatalog.open(file).close();
  }

  @Test
  void answersAfterItWasClosed() {
    EmbeddedCatalog catalog = EmbeddedCatalog.open(file);
    Credentials credentials = catalog.credentials();
    String body =
        "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
            .formatted(credentials.clientId(), credentials.clientSecret());
    String token =
        CatalogClient.json(
                text(catalog.handle(call("POST", "/v1/auth/access_token", Map.of(), body))))
            .path("accessToken")
            .asText();
    catalog.close();
    catalog.close();
    CatalogAnswer answer =
        catalog.handle(
            call("GET", "/v1/blueprints", Map.of("authorization", "bearer " + token), ""));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer)).contains("is closed");
  }

  private static CatalogCall call(
      String method, String path, Map<String, String> headers, String body) {
    return new CatalogCall(method, path, Map.of(), headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(CatalogAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void tellsThatAPortIsTaken() {
    try (EmbeddedCatalog catalog = EmbeddedCatalog.open(file);
        CatalogServer first = catalog.serve("127.0.0.1", 0)) {
      int port = first.address().getPort();
      assertThatThrownBy(() -> catalog.serve("127.0.0.1", port))
          .isInstanceOf(EmbeddedCatalogException.class)
          .hasMessageContaining("127.0.0.1:" + port)
          .hasMessageContaining("Choose another port");
    }
  }
}
