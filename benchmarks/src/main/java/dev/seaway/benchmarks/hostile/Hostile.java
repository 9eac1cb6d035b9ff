package dev.seaway.benchmarks.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.InvalidExpression;
import dev.seaway.jq.Programs;
import java.util.Map;

/**
 * A program that must fail.
 *
 * @param input names what it sees; empty: null
 */
record Hostile(String line, String expression, String input) {

  private static final String INPUT = " <= ";
  private static final Programs PROGRAMS = Programs.of(Map.of());

  static Hostile of(String line) {
    int at = line.lastIndexOf(INPUT);
    return at < 0
        ? new Hostile(line, line, "")
        : new Hostile(line, line.substring(0, at), line.substring(at + INPUT.length()));
  }

  Ended run() {
    JsonNode record = record();
    long start = System.nanoTime();
    try {
      PROGRAMS.compile(expression).all(record);
      return ended(start, "it gave a result", false);
    } catch (InvalidExpression e) {
      return ended(start, "refused at the start", true);
    } catch (EvaluationFailed e) {
      return ended(start, e.reason(), !(e.getCause() instanceof Error));
    }
  }

  private Ended ended(long start, String how, boolean asItShould) {
    return new Ended(line, (System.nanoTime() - start) / 1_000_000, how, asItShould);
  }

  private JsonNode record() {
    return switch (input) {
      case "" -> NullNode.getInstance();
      case "deep" -> deep();
      case "wide" -> wide();
      default -> throw new IllegalArgumentException("There is no input " + input);
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
    for (int i = 0; i < 20_000; i++) {
      wide.addObject().put("k", i % 100).put("name", "n" + i);
    }
    return wide;
  }
}
