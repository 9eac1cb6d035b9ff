package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** Names the type of a value in a message. */
final class TypeName {

  private TypeName() {}

  static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, POJO -> "an object";
      case ARRAY -> "a list";
      case STRING, BINARY -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL, MISSING -> "null";
    };
  }
}
