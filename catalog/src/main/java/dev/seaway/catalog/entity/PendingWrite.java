package dev.seaway.catalog.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Times;
import java.util.Optional;

/** An entity that is ready to be stored, but for the targets of its relations. */
record PendingWrite(EntityPatch patch, Optional<StoredEntity> before, StoredEntity after) {

  static PendingWrite of(
      StoredKey key, EntityPatch patch, Optional<StoredEntity> before, BulkOptions options) {
    Optional<StoredEntity> kept = options.merge() ? before : Optional.empty();
    ObjectNode content = kept.map(entity -> entity.content().deepCopy()).orElseGet(Json::object);
    patch.icon().ifPresent(icon -> set(content, "icon", icon));
    patch.team().ifPresent(team -> set(content, "team", team));
    merge(content, "properties", patch.properties());
    merge(content, "relations", patch.relations());
    Optional<String> title =
        patch
            .title()
            .map(sent -> Optional.ofNullable(sent.textValue()))
            .orElseGet(() -> kept.flatMap(StoredEntity::title));
    long now = Times.micros(options.now());
    return new PendingWrite(
        patch,
        before,
        new StoredEntity(
            before.map(StoredEntity::id).orElse(0L),
            key,
            title,
            content,
            before.map(StoredEntity::createdAt).orElse(now),
            now));
  }

  private static void merge(ObjectNode content, String part, ObjectNode sent) {
    ObjectNode into =
        content.get(part) instanceof ObjectNode known ? known : content.putObject(part);
    sent.properties().forEach(entry -> set(into, entry.getKey(), entry.getValue()));
  }

  private static void set(ObjectNode into, String key, JsonNode value) {
    if (value.isNull()) {
      into.remove(key);
    } else {
      into.set(key, value);
    }
  }

  StoredKey key() {
    return after.key();
  }

  boolean relationsChange() {
    JsonNode old = before.map(StoredEntity::relations).orElseGet(Json::object);
    return !old.equals(after.relations());
  }
}
