package dev.seaway.catalog.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.search.RuleReader;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import java.util.Optional;
import java.util.Set;

/**
 * One entity as it was sent: what is absent was not named, what is null is to be emptied.
 *
 * @param index its place in the bulk, from 0
 * @param identifier a text, or a search
 * @param team a text, an array of texts, or a search
 * @param relations of which each value may be a search
 */
record EntityPatch(
    int index,
    JsonNode identifier,
    Optional<JsonNode> title,
    Optional<JsonNode> icon,
    Optional<JsonNode> team,
    ObjectNode properties,
    ObjectNode relations) {

  private static final Set<String> KNOWN =
      Set.of("identifier", "blueprint", "title", "icon", "team", "properties", "relations");
  // What the catalog itself shows may come back with an entity; it is not the sender's to set.
  private static final Set<String> OWNED =
      Set.of(
          "createdAt",
          "updatedAt",
          "createdBy",
          "updatedBy",
          "id",
          "resolutionErrors",
          "scorecards");

  static EntityPatch read(int index, String blueprint, JsonNode node) {
    if (!node.isObject()) {
      throw Refusal.invalid("An entity must be an object, not %s.".formatted(Json.kind(node)));
    }
    node.fieldNames().forEachRemaining(EntityPatch::checkKey);
    JsonNode named = node.path("blueprint");
    if (node.hasNonNull("blueprint") && !named.asText().equals(blueprint)) {
      throw Refusal.invalid(
          "The entity names the blueprint %s, but was sent to \"%s\".".formatted(named, blueprint));
    }
    return new EntityPatch(
        index,
        identifier(node.path("identifier")),
        text(node, "title"),
        text(node, "icon"),
        team(node),
        part(node, "properties"),
        part(node, "relations"));
  }

  private static void checkKey(String key) {
    if (!KNOWN.contains(key) && !OWNED.contains(key)) {
      throw Refusal.invalid(
          "An entity has no \"%s\": use identifier, blueprint, title, icon, team, properties and relations."
              .formatted(key));
    }
  }

  private static JsonNode identifier(JsonNode identifier) {
    if (!identifier.isTextual() && !RuleReader.isSearch(identifier)) {
      throw Refusal.invalid(
          "An entity needs an \"identifier\": a text or a search, not %s."
              .formatted(Json.kind(identifier)));
    }
    return identifier;
  }

  private static Optional<JsonNode> text(JsonNode node, String key) {
    Optional<JsonNode> value = Optional.ofNullable(node.get(key));
    value
        .filter(sent -> !sent.isTextual() && !sent.isNull())
        .ifPresent(sent -> refuse(key, "a text", sent));
    return value;
  }

  private static Optional<JsonNode> team(JsonNode node) {
    Optional<JsonNode> team = Optional.ofNullable(node.get("team"));
    team.filter(sent -> !isTeam(sent))
        .ifPresent(sent -> refuse("team", "a text, an array of texts or a search", sent));
    return team;
  }

  private static boolean isTeam(JsonNode team) {
    if (team.isArray()) {
      for (JsonNode item : team) {
        if (!item.isTextual()) {
          return false;
        }
      }
      return true;
    }
    return team.isTextual() || team.isNull() || RuleReader.isSearch(team);
  }

  private static ObjectNode part(JsonNode node, String key) {
    JsonNode part = node.path(key);
    if (part instanceof ObjectNode object) {
      return object;
    }
    if (node.hasNonNull(key)) {
      refuse(key, "an object", part);
    }
    return Json.object();
  }

  private static void refuse(String key, String wanted, JsonNode sent) {
    throw Refusal.invalid(
        "The \"%s\" of an entity must be %s, not %s.".formatted(key, wanted, Json.kind(sent)));
  }

  /** Whether anything in it must be looked up by a search. */
  boolean searches() {
    if (!identifier.isTextual() || team.filter(RuleReader::isSearch).isPresent()) {
      return true;
    }
    for (JsonNode relation : relations) {
      if (RuleReader.isSearch(relation)) {
        return true;
      }
    }
    return false;
  }

  EntityPatch resolved(Optional<JsonNode> foundTeam, ObjectNode foundRelations) {
    return new EntityPatch(index, identifier, title, icon, foundTeam, properties, foundRelations);
  }

  /** The identifier as it was sent, for a message. */
  static String name(JsonNode identifier) {
    return identifier.isTextual() ? identifier.textValue() : identifier.toString();
  }
}
