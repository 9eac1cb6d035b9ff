package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.core.read.Beginning;
import dev.seaway.core.read.Place;
import java.util.Map;
import java.util.Optional;

/**
 * How far one list was finished.
 *
 * @param number marks made later have higher ones
 * @param position of the last finished page; empty where the list was finished
 * @param found whether a record of its kind has become an entity, or was left out by the selector
 */
record Mark(long number, Optional<String> position, boolean found) {

  /**
   * Names a list within a run.
   *
   * @param kind its number in the plan
   * @param values of the parameters of its path, as JSON
   */
  record ListKey(int kind, String values) {
    static ListKey of(int kind, Map<String, JsonNode> values) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      values.forEach(json::set);
      return new ListKey(kind, json.toString());
    }
  }

  /**
   * The last finished page is read again, so that a list that has moved by less is not passed over.
   */
  Beginning beginning() {
    return position.<Beginning>map(Beginning.Later::new).orElseGet(Beginning.Behind::new);
  }

  /** The entry that says so. Empty where no later process could go on there. */
  static Optional<ObjectNode> entry(int kind, Place place, boolean found) {
    if (!place.last() && place.position().isEmpty()) {
      return Optional.empty();
    }
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("kind", kind).put("values", ListKey.of(kind, place.values()).values());
    entry.put("found", found);
    if (!place.last()) {
      place.position().ifPresent(position -> entry.put("position", position));
    }
    return Optional.of(entry);
  }

  static ListKey key(JsonNode entry) {
    return new ListKey(entry.path("kind").asInt(), entry.path("values").asText());
  }

  static Mark of(long number, JsonNode entry) {
    Optional<String> position =
        entry.has("position") ? Optional.of(entry.path("position").asText()) : Optional.empty();
    return new Mark(number, position, entry.path("found").asBoolean());
  }
}
