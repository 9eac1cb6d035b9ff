package dev.seaway.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A tag can be moved to other code, and a release has the right to publish. */
class WorkflowsTest {

  @Test
  void nameEveryActionByItsCommit() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../.github/workflows"))) {
      List<String> actions =
          files.flatMap(WorkflowsTest::lines).filter(line -> line.contains("uses:")).toList();

      assertThat(actions)
          .hasSizeGreaterThan(10)
          .allMatch(line -> line.matches(".*uses: [\\w/-]+@[0-9a-f]{40} # v[0-9.]+"));
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
