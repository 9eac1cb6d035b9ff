package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The objects and lists of an answer in which its records lie; compared by identity. */
final class RecordWay {

  private static final int DEPTH = 8;
  private static final int STEPS = 50_000;

  private final Set<JsonNode> records = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<JsonNode> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
  private int left;
  private int steps;

  private RecordWay(List<JsonNode> records) {
    this.records.addAll(records);
    this.left = this.records.size();
  }

  /**
   * Looks for the way.
   *
   * @param records the very nodes of the answer that are records
   */
  static RecordWay to(JsonNode body, List<JsonNode> records) {
    RecordWay way = new RecordWay(records);
    if (body.isContainerNode() && !way.isRecord(body)) {
      way.find(body, 0);
    }
    return way;
  }

  boolean isRecord(JsonNode node) {
    return records.contains(node);
  }

  /** Whether records lie in it, but for records themselves. */
  boolean holds(JsonNode node) {
    return nodes.contains(node);
  }

  /** Whether the answer holds one of them. */
  boolean isFound() {
    return !nodes.isEmpty();
  }

  /** Whether the answer is so large that not all of it was looked at, and records are missing. */
  boolean isCut() {
    return steps > STEPS && left > 0;
  }

  /** Whether records lie in different fields of it, each of which has an end of its own. */
  boolean isForked(JsonNode object) {
    return object.isObject() && object.valueStream().filter(nodes::contains).count() > 1;
  }

  /** Whether what lies in it lies in a list there. */
  boolean passesAList() {
    return nodes.stream().anyMatch(JsonNode::isArray);
  }

  private boolean find(JsonNode node, int depth) {
    if (depth > DEPTH) {
      return false;
    }
    boolean found = false;
    for (JsonNode child : node) {
      if (left == 0 || ++steps > STEPS) {
        break;
      }
      if (!child.isContainerNode() && !records.contains(child)) {
        continue;
      }
      if (records.contains(child)) {
        found = true;
        left--;
      } else {
        found |= find(child, depth + 1);
      }
    }
    if (found) {
      nodes.add(node);
    }
    return found;
  }
}
