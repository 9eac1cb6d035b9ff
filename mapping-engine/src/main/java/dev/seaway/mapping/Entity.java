package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entity of the catalog.
 *
 * @param identifier a text, or a search object {@code {combinator, rules}} by which the catalog
 *     finds the entity
 * @param json what is sent: identifier, blueprint, and of title, icon, team, properties and
 *     relations those that are mapped. Its values are shared with the record: do not change them
 */
public record Entity(String blueprint, JsonNode identifier, ObjectNode json) {

  /** Whether the catalog must search for the entity, so that its identifier is not known here. */
  public boolean hasSearchIdentifier() {
    return identifier.isObject();
  }

  /**
   * The identifier.
   *
   * @throws IllegalStateException if it is a search
   */
  public String id() {
    if (!identifier.isTextual()) {
      throw new IllegalStateException(
          "An entity of blueprint %s is identified by a search, not by a text"
              .formatted(blueprint));
    }
    return identifier.textValue();
  }
}
