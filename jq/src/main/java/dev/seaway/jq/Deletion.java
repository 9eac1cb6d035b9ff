package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Deletes values at several paths at once, so that indexes mean places in the whole value. */
record Deletion(Run run) {

  JsonNode delete(JsonNode value, List<List<JsonNode>> paths) {
    if (paths.isEmpty()) {
      return value;
    }
    paths.forEach(Edit::checkDepth);
    if (paths.stream().anyMatch(List::isEmpty)) {
      return NullNode.getInstance();
    }
    Order order = new Order(run);
    List<List<JsonNode>> sorted = new ArrayList<>(paths);
    sorted.sort((left, right) -> compare(order, left, right));
    return delete(value, sorted, 0);
  }

  private static int compare(Order order, List<JsonNode> left, List<JsonNode> right) {
    int shared = Math.min(left.size(), right.size());
    for (int i = 0; i < shared; i++) {
      int keys = order.compare(left.get(i), right.get(i));
      if (keys != 0) {
        return keys;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /**
   * @param paths sorted, equal up to the depth, so that the shortest of those with the same next
   *     key comes first
   */
  private JsonNode delete(JsonNode value, List<List<JsonNode>> paths, int depth) {
    if (value.isNull()) {
      return value;
    }
    Edit edit = new Edit(run, value);
    List<JsonNode> whole = new ArrayList<>();
    Order order = new Order(run);
    int start = 0;
    while (start < paths.size()) {
      JsonNode key = paths.get(start).get(depth);
      int end = start + 1;
      while (end < paths.size() && order.equal(paths.get(end).get(depth), key)) {
        end++;
      }
      if (paths.get(start).size() == depth + 1) {
        whole.add(key);
      } else {
        inside(edit, key, paths.subList(start, end), depth);
      }
      start = end;
    }
    return whole.isEmpty() ? edit.value() : without(edit.value(), whole);
  }

  private void inside(Edit edit, JsonNode key, List<List<JsonNode>> paths, int depth) {
    JsonNode child = Containers.get(run, edit.value(), key);
    if (!child.isNull()) {
      edit.set(List.of(key), delete(child, paths, depth + 1));
    }
  }

  private JsonNode without(JsonNode value, List<JsonNode> keys) {
    return switch (value) {
      case ObjectNode object -> withoutFields(object, keys);
      case ArrayNode array -> withoutElements(array, keys);
      default -> throw new JqError("Cannot delete fields from " + Types.name(value));
    };
  }

  private JsonNode withoutFields(ObjectNode object, List<JsonNode> keys) {
    ObjectNode copy = Containers.copyObject(run, object);
    for (JsonNode key : keys) {
      if (!key.isTextual()) {
        throw new JqError("Cannot delete field at %s index of object".formatted(Types.name(key)));
      }
      copy.remove(key.textValue());
    }
    return copy;
  }

  private JsonNode withoutElements(ArrayNode array, List<JsonNode> keys) {
    BitSet gone = new BitSet();
    for (JsonNode key : keys) {
      if (key.isObject()) {
        Containers.Bounds bounds = Containers.Bounds.of(key, array.size());
        gone.set(bounds.from(), bounds.to());
      } else if (key.isNumber()) {
        double floor = Math.floor(key.doubleValue());
        double at = floor < 0 ? floor + array.size() : floor;
        if (at >= 0 && at < array.size()) {
          gone.set((int) at);
        }
      } else {
        throw new JqError("Cannot delete field at object index of array");
      }
    }
    ArrayNode rest = Containers.array(run, array.size());
    for (int i = 0; i < array.size(); i++) {
      if (!gone.get(i)) {
        rest.add(array.get(i));
      }
    }
    return rest;
  }
}
