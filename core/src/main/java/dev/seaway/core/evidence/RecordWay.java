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
  private static final int FEW = 4;

  private final Set<JsonNode> records;

  /** Records that are texts or numbers: one node may stand in many places, so lists tell them. */
  private final Set<JsonNode> plain = identities(FEW);

  private final Set<JsonNode> nodes = identities(FEW);
  private final Set<JsonNode> lists = identities(FEW);
  private int left;
  private int steps;

  private RecordWay(List<JsonNode> all) {
    this.records = identities(all.size());
    for (JsonNode record : all) {
      if (record.isContainerNode()) {
        records.add(record);
      } else if (!record.isNull()) {
        plain.add(record);
      }
    }
    this.left = records.size();
  }

  private static Set<JsonNode> identities(int expected) {
    return Collections.newSetFromMap(new IdentityHashMap<>(expected));
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

  /** Whether it is a list of which elements are records. */
  boolean isListOfRecords(JsonNode node) {
    return lists.contains(node);
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
    return steps > STEPS && isMissing();
  }

  /** Whether records lie in different fields of it, each of which has an end of its own. */
  boolean isForked(JsonNode object) {
    int held = 0;
    for (JsonNode value : object) {
      held += nodes.contains(value) ? 1 : 0;
    }
    return held > 1;
  }

  /** Whether what lies in it lies in a list there. */
  boolean passesAList() {
    return nodes.stream().anyMatch(JsonNode::isArray);
  }

  /** Of plain records it is not known in how many places they stand. */
  private boolean isMissing() {
    return left > 0 || !plain.isEmpty();
  }

  /** Records themselves are no steps: there may be any number of them. */
  private boolean find(JsonNode node, int depth) {
    if (depth > DEPTH) {
      return false;
    }
    boolean found = false;
    for (JsonNode child : node) {
      if (!isMissing()) {
        break;
      }
      if (records.contains(child)) {
        found = true;
        left--;
        note(node);
      } else if (node.isArray() && plain.contains(child)) {
        found = true;
        note(node);
      } else if (++steps > STEPS) {
        break;
      } else if (child.isContainerNode()) {
        found |= find(child, depth + 1);
      }
    }
    if (found) {
      nodes.add(node);
    }
    return found;
  }

  private void note(JsonNode holder) {
    if (holder.isArray()) {
      lists.add(holder);
    }
  }
}
