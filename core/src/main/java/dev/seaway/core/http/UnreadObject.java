package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.util.Map;

/** An object whose fields are unread. */
@SuppressWarnings("unchecked") // Jackson declares deepCopy so
final class UnreadObject extends ObjectNode implements UnreadJson {

  @Serial private static final long serialVersionUID = 1;

  private final int length;

  UnreadObject(UnreadPart<Map<String, JsonNode>> fields) {
    super(JsonNodeFactory.instance, new UnreadFields(fields));
    this.length = fields.length();
  }

  @Override
  public int length() {
    return length;
  }
}
