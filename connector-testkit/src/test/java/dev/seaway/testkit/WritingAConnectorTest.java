package dev.seaway.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the page for connector authors to the example that is compiled and tested here. */
class WritingAConnectorTest {

  private static final Path PAGE = Path.of("..", "docs", "writing-a-connector.md");

  /** A block below the name of its file. */
  private static final Pattern FILE =
      Pattern.compile(
          "^`(src/[^`]+)`:\n\n```[a-z]+\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void showsTheFilesAsTheyAre() throws IOException {
    List<MatchResult> shown = FILE.matcher(Files.readString(PAGE)).results().toList();

    assertThat(shown).hasSizeGreaterThan(5);
    for (MatchResult file : shown) {
      Path source = Path.of(file.group(1).replace("src/main/", "src/test/"));
      assertThat(file.group(2)).as("%s in %s", source, PAGE).isEqualTo(Files.readString(source));
    }
  }

  @Test
  void namesTheFileOfEveryJavaBlock() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(FILE.matcher(page).results().filter(file -> file.group(1).endsWith(".java")).count())
        .isEqualTo(Pattern.compile("^```java$", Pattern.MULTILINE).matcher(page).results().count());
  }

  @Test
  void needsLessThanThirtyLinesForAConnector() throws IOException {
    Path connector = Path.of("src/test/java/com/example/beacon/BeaconConnector.java");

    try (var lines = Files.lines(connector)) {
      assertThat(
              lines
                  .map(String::strip)
                  .filter(line -> !line.isEmpty())
                  .filter(line -> !line.matches("(package|import) .*|/\\*\\*.*"))
                  .count())
          .isLessThan(30);
    }
  }
}
