package dev.seaway.core.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Blueprints and names of their relations, as JSON. */
final class RelationNames {

  private RelationNames() {}

  static void write(Map<String, Set<String>> names, ObjectNode json) {
    names.forEach(
        (blueprint, relations) -> {
          ArrayNode list = json.putArray(blueprint);
          relations.forEach(list::add);
        });
  }

  static Map<String, Set<String>> read(JsonNode json) {
    Map<String, Set<String>> names = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      Set<String> relations = new HashSet<>();
      entry.getValue().forEach(name -> relations.add(name.asText()));
      names.put(entry.getKey(), relations);
    }
    return names;
  }
}
