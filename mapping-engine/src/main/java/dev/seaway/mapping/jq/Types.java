package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.JsonNode;

/** Values as jq's messages speak of them. */
final class Types {

  /** The longest that a value is shown. */
  static final int SHOWN = 29;

  private static final int LONGEST = 200;

  private Types() {}

  static String name(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> "null";
      case BOOLEAN -> "boolean";
      case NUMBER -> "number";
      case STRING, BINARY -> "string";
      case ARRAY -> "array";
      case OBJECT, POJO -> "object";
    };
  }

  /** {@code string ("abc")}. */
  static String shown(JsonNode value) {
    return "%s (%s)".formatted(name(value), shortened(value));
  }

  /** The value as JSON, cut to fit into a message. */
  static String shortened(JsonNode value) {
    String json = Printer.beginning(value, SHOWN + 1);
    if (json.length() <= SHOWN) {
      return json;
    }
    int end = SHOWN - 3;
    return json.substring(0, Character.isHighSurrogate(json.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  /** A text as it is, unless it is longer than any message should be. */
  static String start(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  static boolean truthy(JsonNode value) {
    return !value.isNull() && !(value.isBoolean() && !value.booleanValue());
  }
}
