package dev.seaway.jq;

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

  /** The value as JSON, cut to so many bytes that it fits into a message. */
  static String shortened(JsonNode value) {
    String json = Printer.beginning(value, SHOWN + 1);
    if (cut(json, SHOWN) == json.length()) {
      return json;
    }
    String dots = value.isTextual() ? "...\"" : "...";
    return json.substring(0, cut(json, SHOWN - dots.length())) + dots;
  }

  /** How many characters from the beginning have at most so many bytes. */
  private static int cut(String text, int bytes) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (used > bytes) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  /** A text as it is, unless it is longer than any message should be. */
  static String start(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  static boolean truthy(JsonNode value) {
    return !value.isNull() && !(value.isBoolean() && !value.booleanValue());
  }
}
