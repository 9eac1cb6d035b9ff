package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;

/**
 * What another jq made of a record: one line of a file, an object with {@code expression}, {@code
 * input}, and either {@code output}, the first output (null if there is none), or {@code error}.
 *
 * @param expected the output, or the reason of the failure
 */
record Evaluation(String expression, JsonNode input, JsonNode expected, boolean fails) {

  static Evaluation of(String line) {
    Run run = new Run(Machine.of(Map.of(), Limits.DEFAULT));
    JsonNode one = JsonText.parse(run, TextNode.valueOf(line));
    return new Evaluation(
        one.path("expression").textValue(),
        one.path("input"),
        one.has("error") ? one.path("error") : one.path("output"),
        one.has("error"));
  }

  /** What is different here; empty if both outputs are equal, or both fail. */
  Optional<String> difference() {
    try {
      Program program = Program.compile(expression, Map.of());
      return compared(program, new Run(program.machine()));
    } catch (InvalidExpression e) {
      return Optional.of("%s%n    refused: %s".formatted(expression, e.getMessage()));
    }
  }

  private Optional<String> compared(Program program, Run run) {
    try {
      JsonNode output = program.first(input);
      return !fails && new Order(run).equal(output, expected)
          ? Optional.empty()
          : Optional.of(shown(run, Printer.json(run, output)));
    } catch (EvaluationFailed e) {
      return fails ? Optional.empty() : Optional.of(shown(run, "the failure: " + e.reason()));
    }
  }

  private String shown(Run run, String outcome) {
    return "%s%n    of %s%n    gives %s%n    instead of %s%s"
        .formatted(
            expression,
            Printer.json(run, input),
            outcome,
            fails ? "the failure: " : "",
            Printer.json(run, expected));
  }
}
