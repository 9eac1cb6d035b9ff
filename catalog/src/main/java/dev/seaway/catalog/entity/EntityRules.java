package dev.seaway.catalog.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.blueprint.Blueprint;
import dev.seaway.catalog.blueprint.PropertyRule;
import dev.seaway.catalog.blueprint.RelationRule;
import dev.seaway.catalog.wire.Refusal;
import java.util.Map;
import java.util.Optional;

/** Checks what is sent for an entity, and what the entity would become, against its blueprint. */
final class EntityRules {
  private final Blueprint blueprint;

  EntityRules(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  void checkSent(StoredKey key, EntityPatch patch) {
    for (Map.Entry<String, JsonNode> property : patch.properties().properties()) {
      checkProperty(key, property.getKey(), property.getValue());
    }
    for (Map.Entry<String, JsonNode> relation : patch.relations().properties()) {
      checkRelation(key, relation.getKey(), relation.getValue());
    }
  }

  private void checkProperty(StoredKey key, String name, JsonNode value) {
    PropertyRule rule = blueprint.properties().get(name);
    if (rule == null) {
      throw wrong(key, "\"%s\" is not a property of the blueprint".formatted(name));
    }
    Optional<String> fault = value.isNull() ? Optional.empty() : rule.fault(value);
    if (fault.isPresent()) {
      throw wrong(key, "property \"%s\" %s".formatted(name, fault.get()));
    }
  }

  private void checkRelation(StoredKey key, String name, JsonNode value) {
    RelationRule rule = relation(key, name);
    Optional<String> fault = value.isNull() ? Optional.empty() : rule.fault(value);
    if (fault.isPresent()) {
      throw wrong(key, "relation \"%s\" %s".formatted(name, fault.get()));
    }
  }

  /** The rule of a relation; an unknown relation is refused. */
  RelationRule relation(StoredKey key, String name) {
    RelationRule rule = blueprint.relations().get(name);
    if (rule == null) {
      throw wrong(key, "\"%s\" is not a relation of the blueprint".formatted(name));
    }
    return rule;
  }

  void checkComplete(StoredEntity entity) {
    for (String name : blueprint.required()) {
      if (!entity.properties().has(name)) {
        throw wrong(entity.key(), "the required property \"%s\" has no value".formatted(name));
      }
    }
    blueprint
        .relations()
        .forEach(
            (name, rule) -> {
              if (rule.required() && !entity.relations().has(name)) {
                throw wrong(
                    entity.key(), "the required relation \"%s\" has no value".formatted(name));
              }
            });
  }

  private static Refusal wrong(StoredKey key, String sentence) {
    return Refusal.invalid("Entity %s: %s.".formatted(key, sentence));
  }
}
