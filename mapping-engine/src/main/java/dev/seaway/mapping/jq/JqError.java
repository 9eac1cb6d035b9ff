package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** An error of jq, which {@code try} can catch. */
final class JqError extends RuntimeException {

  private final transient JsonNode value;

  JqError(JsonNode value) {
    super(null, null, false, false);
    this.value = value;
  }

  JqError(String message) {
    this(TextNode.valueOf(message));
  }

  /** What {@code catch} sees. */
  JsonNode value() {
    return value;
  }

  /** What a person sees. */
  String reason() {
    return value.isTextual()
        ? value.textValue()
        : "the error is " + (value.isNull() ? "null" : Types.shown(value)) + ", not a text";
  }

  @Override
  public String getMessage() {
    return reason();
  }
}
