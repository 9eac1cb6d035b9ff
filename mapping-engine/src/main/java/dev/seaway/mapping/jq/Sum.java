package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Adds many values up, with the results of adding them one by one. */
final class Sum {

  private Sum() {}

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
