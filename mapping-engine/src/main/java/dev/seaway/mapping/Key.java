package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** The identifier or the blueprint of an entity, or why there is no entity. */
sealed interface Key {

  record Given(JsonNode value) implements Key {}

  record Refused(Outcome outcome) implements Key {}
}
