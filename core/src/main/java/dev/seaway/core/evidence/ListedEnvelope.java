package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An envelope that is a list itself, with the records further down: {@code [{"total":70},[...]]}.
 */
final class ListedEnvelope {

  private static final int LOOKED_AT = 20;

  private ListedEnvelope() {}

  /**
   * A body as an object, whose fields are named by their places where it is such a list. A list of
   * records stays as it is: what stands beside them are records that were left out.
   */
  static JsonNode opened(JsonNode body, List<JsonNode> records) {
    if (!body.isArray() || records.isEmpty() || body.size() > LOOKED_AT) {
      return body;
    }
    ObjectNode opened = JsonNodeFactory.instance.objectNode();
    for (int index = 0; index < body.size(); index++) {
      JsonNode element = body.get(index);
      if (element.equals(records.getFirst()) || !element.isContainerNode()) {
        return body;
      }
      opened.set(Integer.toString(index), element);
    }
    return opened;
  }
}
