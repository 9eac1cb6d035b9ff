package dev.seaway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  @TempDir Path folder;

  /** Writes bulks of three entities for ever, and says after each how many bulks it wrote. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      try (CatalogClient client = new CatalogClient(Path.of(arguments[0]))) {
        client.deskAndRequest();
        for (int i = 1; ; i++) {
          client.upsert(
              "request",
              "{'identifier':'a%1$d','relations':{'blockers':['c%1$d']}},{'identifier':'b%1$d'},{'identifier':'c%1$d'}"
                  .formatted(i));
          System.out.println(i);
        }
      }
    }
  }

  @Test
  void keepsWholeBulksWhenTheProcessIsKilled() throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int written = 0;
    try (BufferedReader lines = process.inputReader()) {
      while (written < 50) {
        String line = lines.readLine();
        assertThat(line).as("the writer ended").isNotNull();
        written = line.matches("\\d+") ? Integer.parseInt(line) : written;
      }
      process.destroyForcibly();
      process.onExit().join();
    }
    try (CatalogClient client = new CatalogClient(folder)) {
      JsonNode entities =
          client.get("/v1/blueprints/request/entities?limit=1000").body().path("entities");
      assertThat(entities.size() % 3).isZero();
      assertThat(entities.size()).isGreaterThanOrEqualTo(150);
    }
  }
}
