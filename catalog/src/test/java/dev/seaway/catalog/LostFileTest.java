package dev.seaway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to a file without a name is gone with the process, so nothing is taken then. */
class LostFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void takesNothingOnceItsFolderWasRemoved() throws IOException {
    try (CatalogClient client = new CatalogClient(folder)) {
      client.deskAndRequest();
      try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }

      refusesAll(client);
    }
  }

  @Test
  void takesNothingWhileAnotherFolderStandsInItsPlaceAndGoesOnOnceItIsBack() throws IOException {
    try (CatalogClient client = new CatalogClient(folder)) {
      client.deskAndRequest();
      Path data = folder.resolve("data");
      Path away = folder.resolve("away");
      Files.move(data, away);
      Files.createDirectory(data);
      Files.copy(away.resolve("catalog.db"), data.resolve("catalog.db"));
      Files.copy(away.resolve("catalog.db-wal"), data.resolve("catalog.db-wal"));

      refusesAll(client);
      Files.move(data, folder.resolve("other"));
      Files.move(away, data);

      client.upsert("request", "{'identifier':'B','title':'kept'}");
      assertThat(client.entity("request", "B").path("title").asText()).isEqualTo("kept");
    }
  }

  @Test
  void takesNothingOnceItsLogWasRemoved() throws IOException {
    try (CatalogClient client = new CatalogClient(folder)) {
      client.deskAndRequest();
      Files.delete(folder.resolve("data/catalog.db-wal"));

      refusesAll(client);
    }
  }

  private static void refusesAll(CatalogClient client) {
    List<CatalogClient.Reply> replies =
        List.of(
            client.post("/v1/blueprints/request/entities", "{'identifier':'A','title':'x'}"),
            client.get("/v1/blueprints/request"));
    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(503);
              assertThat(reply.error()).isEqualTo("storage_gone");
              assertThat(reply.message()).contains("catalog.db", "removed or replaced", "restart");
            });
  }
}
