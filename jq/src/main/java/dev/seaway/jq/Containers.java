package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values out of arrays, objects and texts: by key, index and slice. */
final class Containers {

  private static final String START = "start";
  private static final String END = "end";

  private Containers() {}

  static JsonNode get(Run run, JsonNode target, JsonNode key) {
    if (target.isObject() && key.isTextual()) {
      return orNull(target.get(key.textValue()));
    }
    if (target.isArray() && key.isNumber()) {
      return element(target, key.doubleValue());
    }
    if (key.isObject() && (target.isArray() || target.isNull() || target.isTextual())) {
      return slice(run, target, orNull(key.get(START)), orNull(key.get(END)));
    }
    if (target.isArray() && key.isArray()) {
      return indexes(run, target, key);
    }
    if (target.isNull() && (key.isTextual() || key.isNumber() || key.isNull())) {
      return NullNode.getInstance();
    }
    throw cannotIndex(target, key);
  }

  static JsonNode field(JsonNode target, String name) {
    if (target.isObject()) {
      return orNull(target.get(name));
    }
    if (target.isNull()) {
      return NullNode.getInstance();
    }
    throw cannotIndex(target, TextNode.valueOf(name));
  }

  static JqError cannotIndex(JsonNode target, JsonNode key) {
    String plain = key.isTextual() ? '"' + Types.start(key.textValue()) + '"' : Types.name(key);
    return new JqError(
        "Cannot index %s with %s".formatted(Types.name(target), Types.shown(key)),
        "Cannot index %s with %s".formatted(Types.name(target), plain));
  }

  private static JsonNode element(JsonNode array, double index) {
    if (Double.isNaN(index)) {
      return NullNode.getInstance();
    }
    double floor = Math.floor(index);
    double at = floor < 0 ? floor + array.size() : floor;
    return at < 0 || at >= array.size() ? NullNode.getInstance() : array.get((int) at);
  }

  static JsonNode orNull(@Nullable JsonNode value) {
    return value == null ? NullNode.getInstance() : value;
  }

  /** The key under which paths name a slice. */
  static JsonNode sliceKey(JsonNode from, JsonNode to) {
    ObjectNode key = JsonNodeFactory.instance.objectNode();
    key.set(START, from);
    key.set(END, to);
    return key;
  }

  static JsonNode slice(Run run, JsonNode target, JsonNode from, JsonNode to) {
    if (target.isNull()) {
      return target;
    }
    if (target.isTextual()) {
      String text = target.textValue();
      Bounds bounds = Bounds.of(from, to, Texts.length(text));
      run.chargeText(text.length());
      return TextNode.valueOf(Texts.slice(text, bounds.from(), bounds.to()));
    }
    if (!target.isArray()) {
      throw cannotIndex(target, sliceKey(from, to));
    }
    Bounds bounds = Bounds.of(from, to, target.size());
    ArrayNode part = array(run, bounds.to() - bounds.from());
    for (int i = bounds.from(); i < bounds.to(); i++) {
      part.add(target.get(i));
    }
    return part;
  }

  /** Where a slice begins and ends. */
  record Bounds(int from, int to) {

    static Bounds of(JsonNode from, JsonNode to, int length) {
      if (!(from.isNull() || from.isNumber()) || !(to.isNull() || to.isNumber())) {
        throw new JqError("Start and end indices of an array slice must be numbers");
      }
      int start = clamp(from.isNull() ? 0 : Math.floor(from.doubleValue()), length);
      boolean open = to.isNull() || Numbers.isNan(to);
      int end = clamp(open ? length : Math.ceil(to.doubleValue()), length);
      return new Bounds(start, Math.max(start, end));
    }

    static Bounds of(JsonNode key, int length) {
      return of(orNull(key.get(START)), orNull(key.get(END)), length);
    }

    private static int clamp(double index, int length) {
      return (int) Math.clamp(index < 0 ? index + length : index, 0.0, length);
    }
  }

  /** Where the one array occurs in the other. */
  static ArrayNode indexes(Run run, JsonNode array, JsonNode wanted) {
    ArrayNode found = array(run, 0);
    Order order = new Order(run);
    for (int i = 0; !wanted.isEmpty() && i + wanted.size() <= array.size(); i++) {
      int matching = 0;
      while (matching < wanted.size()
          && order.equal(array.get(i + matching), wanted.get(matching))) {
        matching++;
      }
      if (matching == wanted.size()) {
        run.charge(Run.ELEMENT);
        found.add(IntNode.valueOf(i));
      }
    }
    return found;
  }

  /** A new array that so many elements are about to be put into. */
  static ArrayNode array(Run run, long size) {
    run.charge(Run.CONTAINER + 8 * size);
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode copy(Run run, JsonNode array) {
    ArrayNode copy = array(run, array.size());
    array.elements().forEachRemaining(copy::add);
    return copy;
  }

  static ObjectNode object(Run run, long size) {
    run.charge(Run.CONTAINER + Run.ENTRY * size);
    return JsonNodeFactory.instance.objectNode();
  }

  /** A copy that shares the values. */
  static ObjectNode copyObject(Run run, JsonNode object) {
    ObjectNode copy = object(run, object.size());
    object.properties().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
    return copy;
  }

  static ArrayNode arrayOf(Run run, List<? extends JsonNode> values) {
    return array(run, values.size()).addAll(values);
  }

  static List<JsonNode> elements(JsonNode container) {
    List<JsonNode> elements = new ArrayList<>(container.size());
    container.elements().forEachRemaining(elements::add);
    return elements;
  }
}
