package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serial;
import java.util.List;

/** A list whose elements are unread. */
@SuppressWarnings("unchecked") // Jackson declares deepCopy so
final class UnreadList extends ArrayNode implements UnreadJson {

  @Serial private static final long serialVersionUID = 1;

  private final int length;

  UnreadList(UnreadPart<List<JsonNode>> elements) {
    super(JsonNodeFactory.instance, new UnreadElements(elements));
    this.length = elements.length();
  }

  @Override
  public int length() {
    return length;
  }
}
