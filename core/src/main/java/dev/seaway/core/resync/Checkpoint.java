package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.read.StartPosition;
import java.util.Map;
import java.util.Optional;

/**
 * How far one list was finished.
 *
 * @param number marks made later have higher ones
 * @param position of the last finished page; empty where the list was finished
 * @param found whether a record of its kind has become an entity, or was left out by the selector
 */
public record Checkpoint(long number, Optional<String> position, boolean found) {

  /**
   * Names a list within a run.
   *
   * @param kind its number in the plan
   * @param values of the parameters of its path, as JSON
   */
  public record ListKey(int kind, String values) {
    public static ListKey of(int kind, Map<String, JsonNode> values) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      values.forEach(json::set);
      return new ListKey(kind, json.toString());
    }
  }

  /**
   * The last finished page is read again, so that a list that has moved by less is not passed over.
   */
  StartPosition beginning() {
    return position
        .<StartPosition>map(StartPosition.Later::new)
        .orElseGet(StartPosition.Behind::new);
  }
}
