package dev.seaway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import java.util.List;
import java.util.Set;

/**
 * The part of an entity that a search asked for by {@code include}; all of it if nothing was asked
 * for.
 */
record Projection(List<String> fields) {
  private static final Set<String> WHOLE =
      Set.of(
          "identifier",
          "blueprint",
          "title",
          "icon",
          "team",
          "properties",
          "relations",
          "createdAt",
          "updatedAt");

  static Projection of(List<String> fields) {
    for (String field : fields) {
      if (!WHOLE.contains(field)
          && !field.startsWith("properties.")
          && !field.startsWith("relations.")) {
        throw Refusal.invalid(
            "\"include\" knows no \"%s\": use identifier, blueprint, title, icon, team, properties.<name> or relations.<name>."
                .formatted(field));
      }
    }
    return new Projection(List.copyOf(fields));
  }

  ObjectNode apply(ObjectNode entity) {
    if (fields.isEmpty()) {
      return entity;
    }
    ObjectNode picked = Json.object();
    for (String field : fields) {
      if (WHOLE.contains(field)) {
        picked.set(field, entity.get(field));
      } else {
        int dot = field.indexOf('.');
        pick(entity, picked, field.substring(0, dot), field.substring(dot + 1));
      }
    }
    return picked;
  }

  private static void pick(ObjectNode entity, ObjectNode picked, String part, String name) {
    ObjectNode into = picked.withObjectProperty(part);
    JsonNode value = entity.path(part).path(name);
    if (!value.isMissingNode()) {
      into.set(name, value);
    }
  }
}
