package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The last step of an evaluation: sees to it that an output can be written as JSON. What is not a
 * number becomes null and what is infinite the largest number, as in jq. A value that shares its
 * parts with itself is small in memory and may be huge as JSON: the visit counts.
 */
final class Outputs {

  private static final int OF_A_VALUE = 8;

  private final Run run;
  private long length;

  Outputs(Run run) {
    this.run = run;
  }

  JsonNode checked(JsonNode value) {
    length = 0;
    if (value.isContainerNode()) {
      return clean(value, 1) ? value : finite(value);
    }
    if (value.isTextual()) {
      lengthen(value.textValue().length());
    }
    return value instanceof DoubleNode number ? finite(number) : value;
  }

  /** Whether all numbers in it are finite. */
  private boolean clean(JsonNode container, int depth) {
    if (depth > Limits.MAX_OUTPUT_DEPTH) {
      throw new OverBudget(
          "its output is nested more than %,d deep".formatted(Limits.MAX_OUTPUT_DEPTH));
    }
    boolean clean = true;
    if (container instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        lengthen(entry.getKey().length());
        clean &= cleanPart(entry.getValue(), depth);
      }
    } else {
      for (JsonNode element : container) {
        clean &= cleanPart(element, depth);
      }
    }
    return clean;
  }

  private boolean cleanPart(JsonNode value, int depth) {
    run.step();
    lengthen(value.isTextual() ? OF_A_VALUE + value.textValue().length() : OF_A_VALUE);
    return value.isContainerNode()
        ? clean(value, depth + 1)
        : !(value instanceof DoubleNode number) || Double.isFinite(number.doubleValue());
  }

  private void lengthen(int characters) {
    length += characters;
    long most = run.machine().limits().outputLength();
    if (length > most) {
      throw new OverBudget("its output is longer than %,d characters".formatted(most));
    }
  }

  private JsonNode finite(JsonNode value) {
    return switch (value) {
      case ArrayNode array -> {
        ArrayNode copy = Containers.array(run, array.size());
        array.forEach(element -> copy.add(finite(element)));
        yield copy;
      }
      case ObjectNode object -> {
        ObjectNode copy = Containers.object(run, object.size());
        object.properties().forEach(entry -> copy.set(entry.getKey(), finite(entry.getValue())));
        yield copy;
      }
      case DoubleNode number -> finite(number);
      default -> value;
    };
  }

  private static JsonNode finite(DoubleNode number) {
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return NullNode.getInstance();
    }
    return Double.isInfinite(value)
        ? DoubleNode.valueOf(Math.copySign(Double.MAX_VALUE, value))
        : number;
  }
}
