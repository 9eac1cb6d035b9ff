package dev.seaway.catalog.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.wire.Json;
import java.util.Optional;

/** A relation of a blueprint: to one, or to many, entities of the target blueprint. */
public record RelationRule(String target, boolean many, boolean required) {

  /** What is wrong with a value that is neither null nor a search, as the end of a sentence. */
  public Optional<String> fault(JsonNode value) {
    if (!many) {
      return value.isTextual()
          ? Optional.empty()
          : Optional.of("must be one identifier (a text), not " + Json.kind(value));
    }
    if (!value.isArray()) {
      return Optional.of("must be an array of identifiers, not " + Json.kind(value));
    }
    for (JsonNode item : value) {
      if (!item.isTextual()) {
        return Optional.of("must hold identifiers (texts) only, not " + Json.kind(item));
      }
    }
    return Optional.empty();
  }
}
