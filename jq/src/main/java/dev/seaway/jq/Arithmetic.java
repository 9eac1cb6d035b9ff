package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** The operators that compute one value of two. */
enum Arithmetic {
  PLUS("added") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      if (left instanceof IntNode one && right instanceof IntNode other) {
        return Numbers.of((long) one.intValue() + other.intValue());
      }
      if (left.isNull()) {
        return right;
      }
      if (right.isNull()) {
        return left;
      }
      if (left.isNumber() && right.isNumber()) {
        return Numbers.of(left.doubleValue() + right.doubleValue());
      }
      if (left.isTextual() && right.isTextual()) {
        run.chargeText((long) left.textValue().length() + right.textValue().length());
        return TextNode.valueOf(left.textValue().concat(right.textValue()));
      }
      if (left.isArray() && right.isArray()) {
        ArrayNode sum = Containers.array(run, (long) left.size() + right.size());
        left.elements().forEachRemaining(sum::add);
        right.elements().forEachRemaining(sum::add);
        return sum;
      }
      if (left.isObject() && right.isObject()) {
        run.charge((long) Run.ENTRY * right.size());
        ObjectNode sum = Containers.copyObject(run, left);
        right.properties().forEach(entry -> sum.set(entry.getKey(), entry.getValue()));
        return sum;
      }
      throw cannot(left, right);
    }
  },
  MINUS("subtracted") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      if (left.isNumber() && right.isNumber()) {
        return Numbers.of(left.doubleValue() - right.doubleValue());
      }
      if (left.isArray() && right.isArray()) {
        Order order = new Order(run);
        ArrayNode rest = Containers.array(run, left.size());
        for (JsonNode element : left) {
          if (right.valueStream().noneMatch(gone -> order.equal(element, gone))) {
            rest.add(element);
          }
        }
        return rest;
      }
      throw cannot(left, right);
    }
  },
  TIMES("multiplied") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      if (left.isNumber() && right.isNumber()) {
        return Numbers.of(left.doubleValue() * right.doubleValue());
      }
      if (left.isTextual() && right.isNumber()) {
        return repeat(run, left.textValue(), right.doubleValue());
      }
      if (left.isNumber() && right.isTextual()) {
        return repeat(run, right.textValue(), left.doubleValue());
      }
      if (left.isObject() && right.isObject()) {
        return merge(run, left, right);
      }
      throw cannot(left, right);
    }
  },
  DIVIDE("divided") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      if (left.isNumber() && right.isNumber()) {
        if (right.doubleValue() == 0) {
          throw new JqError(
              "%s and %s cannot be divided because the divisor is zero"
                  .formatted(Types.shown(left), Types.shown(right)));
        }
        return Numbers.of(left.doubleValue() / right.doubleValue());
      }
      if (left.isTextual() && right.isTextual()) {
        return Strings.split(run, left.textValue(), right.textValue());
      }
      throw cannot(left, right);
    }
  },
  MODULO("divided") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      if (!left.isNumber() || !right.isNumber()) {
        throw cannot(left, right);
      }
      if (Numbers.isNan(left) || Numbers.isNan(right)) {
        return Numbers.of(Double.NaN);
      }
      // Casting from floating point stops at the ends of 64 bits and never wraps around.
      long divisor = Math.abs((long) right.doubleValue());
      if (divisor == 0) {
        throw new JqError(
            "%s and %s cannot be divided (remainder) because the divisor is zero"
                .formatted(Types.shown(left), Types.shown(right)));
      }
      return Numbers.of((long) left.doubleValue() % (divisor < 0 ? Long.MAX_VALUE : divisor));
    }
  },
  EQUAL("compared") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      return BooleanNode.valueOf(new Order(run).equal(left, right));
    }
  },
  UNEQUAL("compared") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      return BooleanNode.valueOf(!new Order(run).equal(left, right));
    }
  },
  LESS("compared") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      return BooleanNode.valueOf(new Order(run).compare(left, right) < 0);
    }
  },
  LESS_OR_EQUAL("compared") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      return BooleanNode.valueOf(new Order(run).compare(left, right) <= 0);
    }
  },
  GREATER("compared") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      return BooleanNode.valueOf(new Order(run).compare(left, right) > 0);
    }
  },
  GREATER_OR_EQUAL("compared") {
    @Override
    JsonNode compute(Run run, JsonNode left, JsonNode right) {
      return BooleanNode.valueOf(new Order(run).compare(left, right) >= 0);
    }
  };

  private final String done;

  Arithmetic(String done) {
    this.done = done;
  }

  abstract JsonNode compute(Run run, JsonNode left, JsonNode right);

  JqError cannot(JsonNode left, JsonNode right) {
    return new JqError(
        "%s and %s cannot be %s".formatted(Types.shown(left), Types.shown(right), done));
  }

  private static JsonNode repeat(Run run, String text, double times) {
    if (times < 0 || Double.isNaN(times)) {
      return NullNode.getInstance();
    }
    double count = Math.floor(times);
    if (count * text.length() > Integer.MAX_VALUE) {
      throw new JqError("Repeat string result too long");
    }
    run.charge((long) Math.min(2 * count * text.length(), Long.MAX_VALUE / 4.0));
    return TextNode.valueOf(text.repeat(text.isEmpty() ? 0 : (int) count));
  }

  private static JsonNode merge(Run run, JsonNode left, JsonNode right) {
    run.down(2);
    ObjectNode merged = Containers.copyObject(run, left);
    for (Map.Entry<String, JsonNode> entry : right.properties()) {
      run.charge(Run.ENTRY);
      JsonNode old = merged.get(entry.getKey());
      boolean both = old != null && old.isObject() && entry.getValue().isObject();
      merged.set(
          entry.getKey(),
          both && old != null ? merge(run, old, entry.getValue()) : entry.getValue());
    }
    run.up(2);
    return merged;
  }

  static Arithmetic of(String operator) {
    return switch (operator) {
      case "+" -> PLUS;
      case "-" -> MINUS;
      case "*" -> TIMES;
      case "/" -> DIVIDE;
      case "%" -> MODULO;
      case "==" -> EQUAL;
      case "!=" -> UNEQUAL;
      case "<" -> LESS;
      case "<=" -> LESS_OR_EQUAL;
      case ">" -> GREATER;
      case ">=" -> GREATER_OR_EQUAL;
      default -> throw new IllegalArgumentException(operator);
    };
  }
}
