package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs all hostile programs on several threads at once, in a Java of its own with a small heap. */
final class HostilePrograms {

  private static final int THREADS = 3;
  private static final String INPUT = " <= ";

  private HostilePrograms() {}

  /** Prints the programs that did anything but fail or be refused. */
  public static void main(String[] arguments) throws Exception {
    List<String> lines = lines();
    Programs programs = Programs.of(Map.of(), impatient());
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<String>> ends =
          lines.stream().map(line -> threads.submit(() -> end(programs, line))).toList();
      for (int i = 0; i < lines.size(); i++) {
        String end = await(ends.get(i));
        if (!end.isEmpty()) {
          System.out.println(lines.get(i) + " => " + end);
        }
      }
    }
    System.out.println(lines.size() + " programs came to their end");
  }

  /** Less time than usual, so that the test takes a minute less. */
  private static Limits impatient() {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.steps(),
        Duration.ofMillis(300),
        usual.memoryBytes(),
        usual.outputLength(),
        usual.depth());
  }

  private static String await(Future<String> end) throws InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause());
    }
  }

  /** Empty if it failed as it should. */
  private static String end(Programs programs, String line) {
    int at = line.lastIndexOf(INPUT);
    String expression = at < 0 ? line : line.substring(0, at);
    JsonNode input = at < 0 ? NullNode.getInstance() : input(line.substring(at + INPUT.length()));
    try {
      List<JsonNode> outputs = programs.compile(expression).all(input);
      return "gave " + outputs.size() + " outputs";
    } catch (EvaluationFailed e) {
      boolean named = e.expression().equals(expression);
      return named && !(e.getCause() instanceof Error) && !e.reason().startsWith("jq broke off")
          ? ""
          : e.toString();
    } catch (InvalidExpression e) {
      return "";
    }
  }

  static JsonNode input(String name) {
    return switch (name) {
      case "deep" -> deep();
      case "wide" -> wide();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static JsonNode deep() {
    JsonNode deep = JsonNodeFactory.instance.numberNode(1);
    for (int i = 0; i < 10_000; i++) {
      deep = JsonNodeFactory.instance.arrayNode().add(deep);
    }
    return deep;
  }

  private static JsonNode wide() {
    ArrayNode wide = JsonNodeFactory.instance.arrayNode();
    IntStream.range(0, 20_000)
        .forEach(i -> wide.addObject().put("k", i % 100).put("name", "n" + i));
    return wide;
  }

  private static List<String> lines() throws IOException {
    try (InputStream file = HostilePrograms.class.getResourceAsStream("hostile.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
