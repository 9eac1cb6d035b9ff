package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** An error of jq, which {@code try} can catch. */
final class JqError extends RuntimeException {

  private final transient JsonNode value;
  private final @Nullable String plain;

  JqError(JsonNode value) {
    this(value, null);
  }

  JqError(String message) {
    this(TextNode.valueOf(message));
  }

  /**
   * An error whose message shows what stands in the record.
   *
   * @param plain the same without that
   */
  JqError(String message, String plain) {
    this(TextNode.valueOf(message), plain);
  }

  private JqError(JsonNode value, @Nullable String plain) {
    super(null, null, false, false);
    this.value = value;
    this.plain = plain;
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

  /** The same without values of the record. */
  String plainReason() {
    return plain == null ? PlainReason.of(reason()) : plain;
  }

  @Override
  public String getMessage() {
    return reason();
  }
}
