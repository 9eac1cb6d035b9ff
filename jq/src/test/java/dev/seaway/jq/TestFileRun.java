package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the cases of a {@link TestFile}, each with a deadline of its own. */
final class TestFileRun {

  private static final long DEADLINE_SECONDS = 60;

  /** More time than a record has, so that a slow machine finds the same. */
  private static final Limits LIMITS =
      new Limits(
          Limits.DEFAULT.steps(),
          Duration.ofSeconds(DEADLINE_SECONDS / 2),
          Limits.DEFAULT.memoryBytes(),
          Limits.DEFAULT.outputLength(),
          Limits.DEFAULT.depth());

  private TestFileRun() {}

  /** Why the case fails; empty if it passes. */
  static Optional<String> fault(TestFile.Case one) {
    FutureTask<Optional<String>> task = new FutureTask<>(() -> run(one));
    Thread.ofPlatform().daemon().start(task);
    try {
      return task.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return Optional.of("no end after %d seconds".formatted(DEADLINE_SECONDS));
    } catch (ExecutionException e) {
      return Optional.of(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static Optional<String> run(TestFile.Case one) {
    Program program;
    try {
      program = Program.compile(one.program(), Map.of(), LIMITS);
    } catch (InvalidExpression e) {
      return one.refused() ? Optional.empty() : Optional.of("refused: " + e.getMessage());
    }
    return one.refused() ? Optional.of("it should be refused") : compared(one, program);
  }

  /** What comes after the expected outputs may be a failure; jq's own runner ignores it too. */
  private static Optional<String> compared(TestFile.Case one, Program program) {
    List<JsonNode> outputs = new ArrayList<>();
    String failure = "";
    try {
      program.each(json(one.input()), outputs::add);
    } catch (EvaluationFailed e) {
      failure = " and fails: " + e.reason();
    }
    Run run = new Run(program.machine());
    Outputs checks = new Outputs(run);
    List<JsonNode> expected =
        one.outputs().stream().map(output -> checks.checked(json(output))).toList();
    return same(new Order(run), expected, outputs)
        ? Optional.empty()
        : Optional.of(
            "gives %s%s instead of %s"
                .formatted(
                    outputs.stream().map(output -> Printer.json(run, output)).toList(),
                    failure,
                    one.outputs()));
  }

  private static boolean same(Order order, List<JsonNode> expected, List<JsonNode> outputs) {
    boolean same = expected.size() == outputs.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same = order.equal(expected.get(i), outputs.get(i));
    }
    return same;
  }

  private static JsonNode json(String text) {
    Run run = new Run(Machine.of(Map.of(), Limits.DEFAULT));
    return JsonText.parse(run, TextNode.valueOf(text.replace("\uFEFF", "")));
  }
}
