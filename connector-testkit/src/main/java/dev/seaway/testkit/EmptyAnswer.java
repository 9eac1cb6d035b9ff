package dev.seaway.testkit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.seaway.connector.ApiResponse;
import java.util.Map;

/** An answer whose list of records is empty, and which says nothing else. */
final class EmptyAnswer {

  private EmptyAnswer() {}

  static ApiResponse at(JsonPointer records) {
    JsonNode body = JsonNodeFactory.instance.arrayNode();
    for (JsonPointer way = records; !way.matches(); way = way.head()) {
      body = JsonNodeFactory.instance.objectNode().set(way.last().getMatchingProperty(), body);
    }
    return new ApiResponse(200, Map.of(), body);
  }
}
