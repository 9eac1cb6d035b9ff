package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entity as Port keeps it.
 *
 * @param content what was sent; never changed in place
 * @param datasource the user agent of the last call that wrote it
 */
record StoredEntity(
    String blueprint,
    String identifier,
    ObjectNode content,
    String datasource,
    Instant createdAt,
    Instant updatedAt) {

  private static final List<String> PLAIN = List.of("title", "icon", "team");
  private static final List<String> NESTED = List.of("properties", "relations");

  /** The content after an upsert: replaced as a whole, or merged key by key. */
  static ObjectNode combined(ObjectNode before, JsonNode sent, boolean merge) {
    ObjectNode after = merge ? before.deepCopy() : JsonNodeFactory.instance.objectNode();
    PLAIN.stream().filter(sent::has).forEach(name -> after.set(name, sent.path(name)));
    for (String name : NESTED) {
      ObjectNode fields = after.withObject("/" + name);
      sent.path(name).properties().forEach(f -> fields.set(f.getKey(), f.getValue()));
    }
    return after;
  }

  /** Identifier, blueprint and content; times and data source are left out. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("identifier", identifier).put("blueprint", blueprint);
    json.setAll(content.deepCopy());
    return json;
  }

  /** As the API shows it. */
  ObjectNode apiJson() {
    return json().put("createdAt", createdAt.toString()).put("updatedAt", updatedAt.toString());
  }

  /** A value by the name that search rules use: {@code $identifier}, or a property. */
  JsonNode value(String name) {
    return switch (name) {
      case "$identifier" -> JsonNodeFactory.instance.textNode(identifier);
      case "$blueprint" -> JsonNodeFactory.instance.textNode(blueprint);
      case "$datasource" -> JsonNodeFactory.instance.textNode(datasource);
      case "$title" -> content.path("title");
      case "$team" -> content.path("team");
      case "$updatedAt" -> JsonNodeFactory.instance.textNode(updatedAt.toString());
      default -> content.path("properties").path(name);
    };
  }

  /** The identifiers that a relation names: none, one or many. */
  List<String> related(String relation) {
    JsonNode value = content.path("relations").path(relation);
    List<String> identifiers = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(element -> identifiers.add(element.asText()));
    } else if (!value.isNull() && !value.isMissingNode()) {
      identifiers.add(value.asText());
    }
    return identifiers;
  }

  Stream<String> relationNames() {
    return content.path("relations").properties().stream().map(java.util.Map.Entry::getKey);
  }
}
