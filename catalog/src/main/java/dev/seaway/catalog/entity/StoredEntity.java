package dev.seaway.catalog.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Times;
import java.util.List;
import java.util.Optional;

/**
 * A stored entity. Its content holds {@code icon}, {@code team}, {@code properties} and {@code
 * relations}, never a null: a key that was written as null is absent.
 *
 * @param id the row's number, which never changes while the entity lives
 * @param createdAt microseconds since 1970
 * @param updatedAt microseconds since 1970
 */
public record StoredEntity(
    long id,
    StoredKey key,
    Optional<String> title,
    ObjectNode content,
    long createdAt,
    long updatedAt) {

  JsonNode relations() {
    return content.path("relations");
  }

  JsonNode properties() {
    return content.path("properties");
  }

  /** The entity as the API shows it. */
  public ObjectNode shown() {
    ObjectNode shown = Json.object();
    shown.put("identifier", key.identifier());
    shown.put("blueprint", key.blueprint());
    shown.put("title", title.orElse(null));
    for (String field : List.of("icon", "team")) {
      shown.set(field, content.hasNonNull(field) ? content.get(field) : shown.nullNode());
    }
    for (String part : List.of("properties", "relations")) {
      shown.set(part, content.hasNonNull(part) ? content.get(part) : Json.object());
    }
    shown.put("createdAt", Times.show(createdAt));
    return shown.put("updatedAt", Times.show(updatedAt));
  }
}
