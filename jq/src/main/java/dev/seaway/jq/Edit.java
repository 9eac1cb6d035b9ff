package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A value that is being changed, path by path. Containers on the way are copied once and then
 * changed in place, so that changing each of n elements does not copy n times.
 */
final class Edit {

  private static final int MAX_INDEX = 536_870_911;

  private final Run run;
  private final Set<JsonNode> own;
  private JsonNode value;

  Edit(Run run, JsonNode value) {
    this(run, value, none());
  }

  /**
   * @param own the containers that may be changed in place; those that are copied are added
   */
  Edit(Run run, JsonNode value, Set<JsonNode> own) {
    this.run = run;
    this.value = value;
    this.own = own;
  }

  /** By identity: a container that is equal to one's own may be someone else's. */
  static Set<JsonNode> none() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  JsonNode value() {
    return value;
  }

  /** The value at the path, null where there is none. From here on it is not changed in place. */
  JsonNode get(List<JsonNode> path) {
    JsonNode found = value;
    run.work(path.size());
    for (JsonNode key : path) {
      found = found.isNull() ? found : Containers.get(run, found, key);
    }
    if (own.contains(found)) {
      run.work(own.size());
      own.clear();
    }
    return found;
  }

  void set(List<JsonNode> path, JsonNode replacement) {
    checkDepth(path);
    value = set(value, path, 0, replacement);
  }

  /** What a longer path makes could not be written. */
  static void checkDepth(List<JsonNode> path) {
    if (path.size() > Limits.MAX_OUTPUT_DEPTH) {
      throw new OverBudget(
          "it uses a path of more than %,d keys".formatted(Limits.MAX_OUTPUT_DEPTH));
    }
  }

  private JsonNode set(JsonNode target, List<JsonNode> path, int depth, JsonNode replacement) {
    run.step();
    if (depth == path.size()) {
      return replacement;
    }
    JsonNode key = path.get(depth);
    JsonNode child = Containers.get(run, target, key);
    return put(target, key, set(child, path, depth + 1, replacement));
  }

  private JsonNode put(JsonNode target, JsonNode key, JsonNode child) {
    if (key.isTextual() && (target.isObject() || target.isNull())) {
      ObjectNode object = ownObject(target);
      run.charge(object.has(key.textValue()) ? 0 : Run.ENTRY);
      object.set(key.textValue(), child);
      return object;
    }
    if (key.isNumber() && (target.isArray() || target.isNull())) {
      return putElement(ownArray(target), key.doubleValue(), child);
    }
    if (key.isObject() && (target.isArray() || target.isNull())) {
      return putSlice(target, key, child);
    }
    throw key.isObject()
        ? target.isTextual()
            ? new JqError("Cannot update string slices")
            : new JqError("Cannot update field at object index of " + Types.name(target))
        : key.isArray() && target.isArray()
            ? new JqError("Cannot update field at array index of array")
            : Containers.cannotIndex(target, key);
  }

  private JsonNode putElement(ArrayNode array, double index, JsonNode child) {
    double floor = Math.floor(index);
    double at = floor < 0 ? floor + array.size() : floor;
    if (Double.isNaN(index)) {
      throw new JqError("Cannot set array element at NaN index");
    }
    if (at < 0) {
      throw new JqError("Out of bounds negative array index");
    }
    if (at > MAX_INDEX) {
      throw new JqError("Array index too large");
    }
    run.charge(Run.ELEMENT);
    int position = (int) at;
    if (position >= array.size()) {
      run.charge(8L * (position + 1L - array.size()));
    }
    while (array.size() <= position) {
      array.add(NullNode.getInstance());
    }
    array.set(position, child);
    return array;
  }

  private JsonNode putSlice(JsonNode target, JsonNode key, JsonNode part) {
    if (!part.isArray()) {
      throw new JqError("A slice of an array can only be assigned another array");
    }
    Containers.Bounds bounds = Containers.Bounds.of(key, target.size());
    ArrayNode result = Containers.array(run, (long) target.size() + part.size());
    for (int i = 0; i < bounds.from(); i++) {
      result.add(target.get(i));
    }
    part.elements().forEachRemaining(result::add);
    for (int i = bounds.to(); i < target.size(); i++) {
      result.add(target.get(i));
    }
    own.add(result);
    return result;
  }

  private ObjectNode ownObject(JsonNode target) {
    if (target instanceof ObjectNode object && own.contains(object)) {
      return object;
    }
    ObjectNode copy = Containers.copyObject(run, target);
    own.add(copy);
    return copy;
  }

  private ArrayNode ownArray(JsonNode target) {
    if (target instanceof ArrayNode array && own.contains(array)) {
      return array;
    }
    ArrayNode copy = Containers.copy(run, target);
    own.add(copy);
    return copy;
  }
}
