package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds values up: two, or many with the results of adding them one by one. */
final class Sum {

  private Sum() {}

  /** {@code left + right}. */
  static final class Plus extends Code {

    private final Operation plus;
    private final Code right;

    Plus(Code left, Code right) {
      this.plus = Operation.of(Arithmetic.PLUS, left, right);
      this.right = right;
    }

    @Override
    boolean single() {
      return plus.single();
    }

    @Override
    @Nullable JsonNode value(Env env, JsonNode in) {
      return plus.value(env, in);
    }

    @Override
    void push(Env env, JsonNode in, @Nullable Path path, Output output) {
      plus.run(env, in, path, output);
    }

    @Override
    @Nullable JsonNode changed(Env env, JsonNode state, Set<JsonNode> own) {
      Run run = env.run();
      run.step();
      JsonNode more = right.value(env, state);
      if (more == null) {
        return null;
      }
      if (own.contains(state)) {
        if (state instanceof ArrayNode array && more.isArray()) {
          run.charge(8L * more.size());
          more.elements().forEachRemaining(array::add);
          return array;
        }
        if (state instanceof ObjectNode object && more.isObject()) {
          run.charge((long) Run.ENTRY * more.size());
          more.properties().forEach(entry -> object.set(entry.getKey(), entry.getValue()));
          return object;
        }
      }
      JsonNode sum = Arithmetic.PLUS.compute(run, state, more);
      if (sum.isContainerNode() && !state.isNull() && !more.isNull()) {
        own.add(sum);
      }
      return sum;
    }
  }

  static JsonNode of(Run run, List<JsonNode> values) {
    if (values.size() > 2 && values.stream().allMatch(JsonNode::isTextual)) {
      return text(run, values);
    }
    if (values.size() > 2 && values.stream().allMatch(JsonNode::isArray)) {
      return array(run, values);
    }
    JsonNode sum = NullNode.getInstance();
    for (JsonNode value : values) {
      run.step();
      sum = Arithmetic.PLUS.compute(run, sum, value);
    }
    return sum;
  }

  private static JsonNode text(Run run, List<JsonNode> values) {
    StringBuilder text = new StringBuilder();
    for (JsonNode value : values) {
      run.charge(2L * value.textValue().length());
      text.append(value.textValue());
    }
    return TextNode.valueOf(text.toString());
  }

  private static JsonNode array(Run run, List<JsonNode> values) {
    ArrayNode array = Containers.array(run, 0);
    for (JsonNode value : values) {
      run.charge(8L * value.size());
      value.elements().forEachRemaining(array::add);
    }
    return array;
  }
}
