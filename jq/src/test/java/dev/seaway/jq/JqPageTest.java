package dev.seaway.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of {@code docs/jq.md}. */
class JqPageTest {

  private static final Path PAGE = Path.of("../docs/jq.md");
  private static final JsonMapper JSON = new JsonMapper();

  /** {@code expression # input => output}. */
  record Example(String expression, String input, String output) {

    static Example of(String line) {
      int arrow = line.lastIndexOf(" => ");
      int comment = line.lastIndexOf("  # ", arrow);
      return new Example(
          line.substring(0, comment),
          line.substring(comment + 4, arrow),
          line.substring(arrow + 4));
    }
  }

  static Stream<Example> examples() throws IOException {
    List<String> lines = new ArrayList<>();
    boolean example = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("```")) {
        example = line.equals("```jq");
      } else if (example) {
        lines.add(line);
      }
    }
    assertThat(lines).hasSizeGreaterThan(50);
    return lines.stream().map(Example::of);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleIsTrue(Example example) throws IOException {
    JsonNode input = JSON.readTree(example.input());
    if (example.output().startsWith("refused: ")) {
      assertThatExceptionOfType(InvalidExpression.class)
          .isThrownBy(() -> Program.compile(example.expression(), Map.of()))
          .withMessageContaining(example.output().substring("refused: ".length()));
      return;
    }
    Program program = Program.compile(example.expression(), Map.of());
    if (example.output().startsWith("error: ")) {
      assertThatExceptionOfType(EvaluationFailed.class)
          .isThrownBy(() -> program.all(input))
          .satisfies(
              failed ->
                  // A slow machine may come to the end of its time first.
                  assertThat(failed.getMessage())
                      .containsAnyOf(
                          example.output().substring("error: ".length()), "it takes longer than"));
      return;
    }
    Run run = new Run(program.machine());

    assertThat(
            program.all(input).stream()
                .map(output -> Printer.json(run, output))
                .collect(Collectors.joining(" ")))
        .isEqualTo(example.output());
  }
}
