package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Compares first outputs with those of another jq, which the file holds that {@code
 * -Dseaway.jq.evaluations=FILE} names: see {@link Evaluation}. The file is not part of this
 * repository.
 */
class EvaluationsTest {

  private static final String FILE = System.getProperty("seaway.jq.evaluations", "");
  private static final double PERCENT =
      Double.parseDouble(System.getProperty("seaway.jq.evaluations.percent", "99.8"));

  @Test
  void theEvaluationsOfTheGivenFileAreTheSame() throws IOException {
    assumeTrue(!FILE.isEmpty(), "-Dseaway.jq.evaluations=FILE names no file of evaluations");
    List<String> lines = Files.readAllLines(Path.of(FILE));
    Map<String, Integer> differences = new TreeMap<>();
    int same = 0;
    for (String line : lines) {
      Optional<String> difference = Evaluation.of(line).difference();
      same += difference.isEmpty() ? 1 : 0;
      difference.ifPresent(what -> differences.merge(what, 1, Integer::sum));
    }
    differences.forEach((what, times) -> System.out.printf("%d x %s%n", times, what));
    System.out.printf("%d of %d evaluations are the same%n", same, lines.size());
    assertThat(100.0 * same / lines.size()).isGreaterThanOrEqualTo(PERCENT);
  }

  @Test
  void comparesOutputsAndFailures() {
    assertThat(difference(".a", "{\"a\": 1.0}", "\"output\": 1")).isEmpty();
    assertThat(difference(".a", "5", "\"error\": \"why\"")).isEmpty();
    assertThat(difference("empty", "5", "\"output\": null")).isEmpty();
    assertThat(difference(".a", "{\"a\": 1}", "\"output\": 2")).get().asString().contains("1");
    assertThat(difference(".a", "5", "\"output\": 2")).get().asString().contains("Cannot index");
    assertThat(difference(".a", "{}", "\"error\": \"why\"")).get().asString().contains("why");
    assertThat(difference("nosuch", "{}", "\"output\": 2")).get().asString().contains("nosuch");
  }

  private static Optional<String> difference(String expression, String input, String expected) {
    return Evaluation.of(
            "{\"expression\": \"%s\", \"input\": %s, %s}".formatted(expression, input, expected))
        .difference();
  }
}
