package dev.seaway.mapping.jq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeamTest {

  @Test
  void onlyThisPackageKnowsTheLibraryThatRunsJq() throws IOException {
    Path sources = Path.of("src/main/java/dev/seaway/mapping");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> others =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.startsWith(sources.resolve("jq")))
              .toList();

      assertThat(others)
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("net.thisptr"));
    }
  }
}
