package dev.seaway.distribution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} leads through the code, by files that exist. */
class PathOfAPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern STEP =
      Pattern.compile("(?m)^\\d+\\. `([a-z-]+)/([\\w/]+\\.java)`: ");

  @Test
  void hasNoMoreThanTwelveFiles() throws IOException {
    List<MatchResult> steps = steps("## The path of one page");

    assertThat(steps).hasSizeBetween(7, 12);
    assertThat(steps).allSatisfy(step -> assertThat(files(step)).as(step.group()).hasSize(1));
  }

  @Test
  void namesFilesOfALiveEvent() throws IOException {
    List<MatchResult> steps = steps("## The path of a live event");

    assertThat(steps).isNotEmpty();
    assertThat(steps).allSatisfy(step -> assertThat(files(step)).as(step.group()).hasSize(1));
  }

  private static List<MatchResult> steps(String heading) throws IOException {
    String page = Files.readString(ROOT.resolve("docs").resolve("architecture.md"));
    String section = page.substring(page.indexOf(heading) + heading.length());
    return STEP.matcher(section.substring(0, section.indexOf("\n## "))).results().toList();
  }

  /** A module, and the end of a path in it. */
  private static List<Path> files(MatchResult step) throws IOException {
    Path sources = ROOT.resolve(step.group(1)).resolve("src").resolve("main").resolve("java");
    try (Stream<Path> all = Files.walk(sources)) {
      return all.filter(file -> file.endsWith(step.group(2))).toList();
    }
  }
}
