package dev.seaway.catalog.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.catalog.blueprint.Blueprint;
import dev.seaway.catalog.blueprint.Blueprints;
import dev.seaway.catalog.blueprint.RelationRule;
import dev.seaway.catalog.search.Condition;
import dev.seaway.catalog.search.RuleReader;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.store.Session;
import java.util.List;
import java.util.Optional;

/**
 * Turns searches into the identifiers that they mean.
 *
 * <p>An identifier must match exactly one entity. A relation to one takes its only match; without a
 * match it is null, or refused if it is required. A relation to many, and a team, take all matches.
 */
final class References {
  private static final int MANY = 1_000;

  private final Session session;
  private final Blueprints blueprints;
  private final Entities entities;

  References(Session session, Blueprints blueprints, Entities entities) {
    this.session = session;
    this.blueprints = blueprints;
    this.entities = entities;
  }

  StoredKey key(Blueprint blueprint, JsonNode identifier) {
    if (identifier.isTextual()) {
      StoredKey key = new StoredKey(blueprint.identifier(), identifier.textValue());
      key.check();
      return key;
    }
    List<String> found = search(blueprint.identifier(), identifier, 2);
    if (found.isEmpty()) {
      throw Refusal.notFound(
          "No entity of blueprint \"%s\" matches the identifier's search %s."
              .formatted(blueprint.identifier(), identifier));
    }
    if (found.size() > 1) {
      throw Refusal.invalid(
          "Several entities of blueprint \"%s\" match the identifier's search %s; it must match one."
              .formatted(blueprint.identifier(), identifier));
    }
    return new StoredKey(blueprint.identifier(), found.getFirst());
  }

  EntityPatch resolve(EntityRules rules, StoredKey key, EntityPatch patch) {
    if (!patch.searches()) {
      return patch;
    }
    ObjectNode relations = patch.relations().deepCopy();
    relations
        .properties()
        .forEach(
            entry -> {
              if (RuleReader.isSearch(entry.getValue())) {
                RelationRule rule = rules.relation(key, entry.getKey());
                entry.setValue(relation(key, entry.getKey(), rule, entry.getValue()));
              }
            });
    Optional<JsonNode> team =
        patch.team().map(sent -> RuleReader.isSearch(sent) ? team(sent) : sent);
    return patch.resolved(team, relations);
  }

  private JsonNode relation(StoredKey key, String name, RelationRule rule, JsonNode search) {
    if (rule.many()) {
      return array(search(rule.target(), search, MANY));
    }
    List<String> found = search(rule.target(), search, 2);
    if (found.size() > 1) {
      throw Refusal.invalid(
          "Entity %s: several entities of blueprint \"%s\" match the search of relation \"%s\"; it must match one."
              .formatted(key, rule.target(), name));
    }
    if (found.isEmpty() && rule.required()) {
      throw Refusal.notFound(
          "Entity %s: no entity of blueprint \"%s\" matches the search of the required relation \"%s\"."
              .formatted(key, rule.target(), name));
    }
    return found.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(found.getFirst());
  }

  private JsonNode team(JsonNode search) {
    blueprints.rules(session, "_team");
    return array(search("_team", search, MANY));
  }

  private List<String> search(String blueprint, JsonNode search, int limit) {
    return entities.identifiers(blueprint, Condition.of(RuleReader.read(search)), limit);
  }

  private static ArrayNode array(List<String> texts) {
    ArrayNode array = Json.array();
    texts.forEach(array::add);
    return array;
  }
}
