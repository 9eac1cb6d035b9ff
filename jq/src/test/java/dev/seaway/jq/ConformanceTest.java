package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What jq's manual says, case by case: see {@code cases.tsv}. */
class ConformanceTest {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * One line of the file.
   *
   * @param outputs JSON texts one after the other, or {@code ERR} and the reason
   */
  record Case(String expression, String input, String outputs) {

    static Case of(String line) {
      String[] cells = line.split("\t", 3);
      return new Case(cells[0], cells[1], cells[2]);
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream file = ConformanceTest.class.getResourceAsStream("cases.tsv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("##")).map(Case::of).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives(Case one) throws IOException {
    JsonNode input = JSON.readTree(one.input());
    if (one.outputs().startsWith("ERR ")) {
      assertThat(failure(one.expression(), input)).isEqualTo(one.outputs().substring(4));
      return;
    }
    Program program = Program.compile(one.expression(), Map.of());
    Run run = new Run(program.machine());

    List<String> outputs =
        program.all(input).stream().map(output -> Printer.json(run, output)).toList();

    assertThat(String.join(" ", outputs)).isEqualTo(one.outputs());
    assertThat(program.first(input))
        .isEqualTo(outputs.isEmpty() ? JSON.nullNode() : program.all(input).getFirst());
  }

  private static String failure(String expression, JsonNode input) {
    try {
      return "no failure: " + Program.compile(expression, Map.of()).all(input);
    } catch (EvaluationFailed e) {
      return e.reason();
    } catch (InvalidExpression e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void theOutputsOfTheFileAreJson() throws IOException {
    for (Case one : cases().filter(one -> !one.outputs().startsWith("ERR ")).toList()) {
      try (MappingIterator<JsonNode> values =
          JSON.readerFor(JsonNode.class).readValues(one.outputs())) {
        assertThat(values.readAll()).allSatisfy(value -> assertThat(value).isNotNull());
      }
    }
    assertThat(cases()).hasSizeGreaterThan(500);
  }
}
