package dev.seaway.catalog.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Turns a blueprint's document into its rules, or refuses it with a sentence that names the part at
 * fault.
 */
final class BlueprintReader {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9@_.+:\\\\/=-]{1,100}");
  // Names stand in JSON paths and in queries: no quotes, no backslashes.
  private static final Pattern NAME = Pattern.compile("[\\p{L}0-9@_.+:/=-]{1,200}");

  private final ObjectNode document;
  private final String identifier;

  private BlueprintReader(ObjectNode document, String identifier) {
    this.document = document;
    this.identifier = identifier;
  }

  /**
   * Reads a document.
   *
   * @param exists whether a blueprint of that identifier is in the catalog; the blueprint itself
   *     always counts
   */
  static Blueprint read(ObjectNode document, Predicate<String> exists) {
    JsonNode identifier = document.path("identifier");
    if (!identifier.isTextual() || !IDENTIFIER.matcher(identifier.textValue()).matches()) {
      throw Refusal.invalid(
          "A blueprint needs an \"identifier\": a text of 1 to 100 letters, digits and"
              + " @_.+:\\/=-.");
    }
    return new BlueprintReader(document, identifier.textValue()).read(exists);
  }

  private Blueprint read(Predicate<String> exists) {
    if (!document.path("title").isTextual() && document.hasNonNull("title")) {
      throw wrong("\"title\" must be a text.");
    }
    for (String part :
        List.of("mirrorProperties", "calculationProperties", "aggregationProperties")) {
      object(document, part);
    }
    ObjectNode schema = object(document, "schema");
    Map<String, PropertyRule> properties = properties(object(schema, "properties"));
    Map<String, RelationRule> relations = relations(object(document, "relations"), exists);
    return new Blueprint(
        identifier, properties, required(schema, properties.keySet()), relations, document);
  }

  private Map<String, PropertyRule> properties(ObjectNode nodes) {
    Map<String, PropertyRule> rules = new LinkedHashMap<>();
    nodes
        .properties()
        .forEach(
            entry -> rules.put(name(entry.getKey()), property(entry.getKey(), entry.getValue())));
    return rules;
  }

  private PropertyRule property(String name, JsonNode node) {
    PropertyRule.Type type =
        switch (node.path("type").asText()) {
          case "string" -> PropertyRule.Type.STRING;
          case "number" -> PropertyRule.Type.NUMBER;
          case "boolean" -> PropertyRule.Type.BOOLEAN;
          case "object" -> PropertyRule.Type.OBJECT;
          case "array" -> PropertyRule.Type.ARRAY;
          default ->
              throw wrong(
                  "property \"%s\" needs a \"type\": string, number, boolean, object or array."
                      .formatted(name));
        };
    JsonNode format = node.path("format");
    Optional<PropertyRule> items =
        type == PropertyRule.Type.ARRAY && node.path("items").hasNonNull("type")
            ? Optional.of(property(name + " (items)", node.get("items")))
            : Optional.empty();
    return new PropertyRule(
        type,
        format.isTextual() ? Optional.of(format.textValue()) : Optional.empty(),
        choices(name, node),
        items);
  }

  private List<JsonNode> choices(String name, JsonNode node) {
    JsonNode choices = node.path("enum");
    if (!choices.isArray() && node.hasNonNull("enum")) {
      throw wrong("\"enum\" of property \"%s\" must be an array.".formatted(name));
    }
    List<JsonNode> values = new ArrayList<>();
    choices.forEach(values::add);
    return values;
  }

  private Set<String> required(ObjectNode schema, Set<String> properties) {
    JsonNode names = schema.path("required");
    if (!names.isArray() && schema.hasNonNull("required")) {
      throw wrong("\"schema.required\" must be an array of property names.");
    }
    Set<String> required = new LinkedHashSet<>();
    for (JsonNode name : names) {
      if (!properties.contains(name.asText())) {
        throw wrong(
            "\"schema.required\" names \"%s\", which is not a property.".formatted(name.asText()));
      }
      required.add(name.asText());
    }
    return required;
  }

  private Map<String, RelationRule> relations(ObjectNode nodes, Predicate<String> exists) {
    Map<String, RelationRule> rules = new LinkedHashMap<>();
    nodes
        .properties()
        .forEach(
            entry ->
                rules.put(
                    name(entry.getKey()), relation(entry.getKey(), entry.getValue(), exists)));
    return rules;
  }

  private RelationRule relation(String name, JsonNode node, Predicate<String> exists) {
    String target = node.path("target").asText();
    if (!target.equals(identifier) && !exists.test(target)) {
      throw wrong(
          "relation \"%s\" has the target \"%s\", which does not exist. Create that one first."
              .formatted(name, target));
    }
    return new RelationRule(target, flag(node, name, "many"), flag(node, name, "required"));
  }

  private boolean flag(JsonNode node, String relation, String key) {
    JsonNode value = node.path(key);
    if (!value.isBoolean() && node.hasNonNull(key)) {
      throw wrong("\"%s\" of relation \"%s\" must be true or false.".formatted(key, relation));
    }
    return value.asBoolean();
  }

  private String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw wrong("\"%s\" is not a name: use letters, digits and @_.+:/=-.".formatted(name));
    }
    return name;
  }

  private ObjectNode object(ObjectNode parent, String key) {
    JsonNode node = parent.path(key);
    if (node instanceof ObjectNode object) {
      return object;
    }
    if (parent.hasNonNull(key)) {
      throw wrong("\"%s\" must be an object, not %s.".formatted(key, Json.kind(node)));
    }
    return Json.object();
  }

  private Refusal wrong(String sentence) {
    return Refusal.invalid("Blueprint \"%s\": ".formatted(identifier) + sentence);
  }
}
