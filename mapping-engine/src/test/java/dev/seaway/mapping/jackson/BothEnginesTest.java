package dev.seaway.mapping.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.InvalidExpression;
import dev.seaway.jq.JqEngine;
import dev.seaway.jq.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Evaluates every case of the jq module with both engines. {@code differences.tsv} holds where
 * jackson-jq gives something else; {@code -Dseaway.write=true} writes it anew.
 */
class BothEnginesTest {

  private static final Path CASES = Path.of("../jq/src/test/resources/dev/seaway/jq/cases.tsv");
  private static final Path DIFFERENCES =
      Path.of("src/test/resources/dev/seaway/mapping/jackson/differences.tsv");
  private static final JsonMapper JSON = new JsonMapper();

  /** What jackson-jq would take all memory for. */
  private static final Set<String> EXHAUSTING =
      Set.of("try (.a[2000000000]=1) catch .", "gsub(\"\";\"-\")", "gsub(\"^\";\"> \")");

  private final JqEngine own = Programs.of(Map.of());
  private final JqEngine other = JacksonJq.of(Map.of());

  private record Case(String expression, String input) {

    static Case of(String line) {
      String[] cells = line.split("\t", 3);
      return new Case(cells[0], cells[1]);
    }

    String row(String result, String otherResult) {
      return String.join("\t", expression, input, result, otherResult);
    }
  }

  @Test
  void differInWhatTheListSaysAlone() throws IOException {
    List<String> found = differences();
    if (Boolean.getBoolean("seaway.write")) {
      Files.write(DIFFERENCES, found, UTF_8);
    }

    assertThat(found).isEqualTo(Files.readAllLines(DIFFERENCES, UTF_8));
    assertThat(found.size()).isLessThan(cases().size() / 4);
  }

  private List<String> differences() throws IOException {
    return cases().stream()
        .map(this::difference)
        .filter(line -> !line.isEmpty())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private String difference(Case one) {
    String result = result(own, one);
    String otherResult =
        EXHAUSTING.contains(one.expression()) ? "exhausts the memory" : result(other, one);
    return result.equals(otherResult) ? "" : one.row(result, otherResult);
  }

  /** The first output: a failure is a failure, whatever its words. */
  private static String result(JqEngine engine, Case one) {
    try {
      JsonNode input = JSON.readTree(one.input());
      return engine
          .compile(one.expression())
          .firstOutput(input)
          .map(BothEnginesTest::shown)
          .orElse("none");
    } catch (InvalidExpression e) {
      return "refused";
    } catch (EvaluationFailed e) {
      return "fails";
    } catch (IOException e) {
      throw new IllegalStateException(one.input(), e);
    }
  }

  /** A number is equal to itself in other words. */
  private static String shown(JsonNode output) {
    return output.isNumber() && output.canConvertToExactIntegral()
        ? output.bigIntegerValue().toString()
        : output.toString();
  }

  private static List<Case> cases() throws IOException {
    return Files.readAllLines(CASES, UTF_8).stream()
        .filter(line -> !line.startsWith("##"))
        .map(Case::of)
        .toList();
  }
}
