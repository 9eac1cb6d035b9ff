package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs test files in jq's form, which are not part of this repository, from the directory that
 * {@code -Dseaway.jq.tests=DIR} names, and says which cases fail and why.
 */
class TestFilesTest {

  private static final String DIRECTORY = System.getProperty("seaway.jq.tests", "");
  private static final int PERCENT = Integer.getInteger("seaway.jq.tests.percent", 90);

  @Test
  void theFilesOfTheGivenDirectoryPass() throws IOException {
    assumeTrue(!DIRECTORY.isEmpty(), "-Dseaway.jq.tests=DIR names no directory of test files");
    List<String> report = new ArrayList<>();
    int passed = 0;
    int all = 0;
    for (Path file : files()) {
      List<TestFile.Case> cases = TestFile.cases(file);
      List<String> faults = faults(cases);
      all += cases.size();
      passed += cases.size() - faults.size();
      report.add("%s: %d of %d".formatted(name(file), cases.size() - faults.size(), cases.size()));
      report.addAll(faults);
    }
    System.out.println(String.join(System.lineSeparator(), report));
    System.out.printf("all: %d of %d%n", passed, all);
    assertThat(passed * 100).isGreaterThanOrEqualTo(PERCENT * all).isPositive();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(DIRECTORY))) {
      return files.filter(file -> name(file).endsWith(".test")).sorted().toList();
    }
  }

  private static List<String> faults(List<TestFile.Case> cases) {
    return cases.stream()
        .flatMap(
            one ->
                TestFileRun.fault(one).stream()
                    .map(why -> "  %d: %s%n      %s".formatted(one.line(), one.program(), why)))
        .toList();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  @Test
  void readsGroupsCommentsAndRefusals() {
    List<TestFile.Case> cases =
        TestFile.cases(
            List.of(
                "# a comment",
                ".a, .b",
                "{}",
                "null",
                "null",
                "",
                "",
                "%%FAIL",
                "}",
                "why",
                "  ^"));

    assertThat(cases)
        .containsExactly(
            new TestFile.Case(2, ".a, .b", false, "{}", List.of("null", "null")),
            new TestFile.Case(9, "}", true, "null", List.of("why", "  ^")));
  }

  @Test
  void tellsWhatFailsAndHow() {
    assertThat(TestFileRun.fault(first("1, 2", "null", "1", "2"))).isEmpty();
    assertThat(TestFileRun.fault(first(".[0], error", "[5]", "5"))).isEmpty();
    assertThat(TestFileRun.fault(first("%%FAIL", "}", "why"))).isEmpty();
    assertThat(TestFileRun.fault(first("%%FAIL", ".", "why"))).contains("it should be refused");
    assertThat(TestFileRun.fault(first("1", "null", "2"))).contains("gives [1] instead of [2]");
    assertThat(TestFileRun.fault(first("error", "\"x\"", "2")))
        .contains("gives [] and fails: x instead of [2]");
    assertThat(TestFileRun.fault(first("nofunction", "null", "2"))).isPresent();
  }

  private static TestFile.Case first(String... lines) {
    return TestFile.cases(List.of(lines)).getFirst();
  }
}
