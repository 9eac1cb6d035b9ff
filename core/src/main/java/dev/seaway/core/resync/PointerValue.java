package dev.seaway.core.resync;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.read.Listing;
import java.util.Optional;

/** The value of a path parameter at the place that the connector declares. */
record PointerValue(JsonPointer field) implements Listing.Value {

  @Override
  public Optional<JsonNode> of(JsonNode record) {
    return Optional.of(record.at(field));
  }
}
