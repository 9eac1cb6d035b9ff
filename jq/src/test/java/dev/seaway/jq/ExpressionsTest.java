package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compiles the expressions of a file that is not part of this repository, one in each line, which
 * {@code -Dseaway.jq.expressions=FILE} names, and says which are refused and why.
 */
class ExpressionsTest {

  private static final String FILE = System.getProperty("seaway.jq.expressions", "");

  @Test
  void theExpressionsOfTheGivenFileCompile() throws IOException {
    assumeTrue(!FILE.isEmpty(), "-Dseaway.jq.expressions=FILE names no file of expressions");
    List<String> expressions =
        Files.readAllLines(Path.of(FILE)).stream().filter(line -> !line.isBlank()).toList();

    List<String> refused = refused(expressions);

    System.out.printf(
        "%d of %d expressions compile%n", expressions.size() - refused.size(), expressions.size());
    assertThat(refused).isEmpty();
    assertThat(expressions).isNotEmpty();
  }

  @Test
  void saysWhatIsRefused() {
    assertThat(refused(List.of(".a", "env | .HOME", ".a | nosuch")))
        .singleElement()
        .asString()
        .contains("nosuch");
  }

  private static List<String> refused(List<String> expressions) {
    return expressions.stream().flatMap(ExpressionsTest::refused).toList();
  }

  private static Stream<String> refused(String expression) {
    try {
      assertThat(Program.compile(expression, Map.of("HOME", "/")).text()).isEqualTo(expression);
      return Stream.empty();
    } catch (InvalidExpression e) {
      return Stream.of(String.valueOf(e.getMessage()));
    }
  }
}
