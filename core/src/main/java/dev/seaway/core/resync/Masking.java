package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/**
 * Copies a raw record without what should not leave the house: secrets, names of people, e-mail
 * addresses.
 */
final class Masking {

  private static final String MASK = "***";

  /** An example needs no more of a text. */
  private static final int MOST_CHARACTERS = 4096;

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "password|secret|token|authorization|api_?key|credential|e?-?mail(address)?|displayname|phone",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EMAIL =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]++\\.[\\w.-]*[\\w-]");
  private static final Pattern TOKEN =
      Pattern.compile(
          "ATATT3x\\S{8,}|gh[pousr]_\\w{20,}|xox[abp]-[\\w-]{10,}|(?<![\\w-])eyJ[\\w-]{10,}+\\.[\\w-]{10,}+\\.[\\w-]*+|AKIA[A-Z0-9]{16}");

  private Masking() {}

  static JsonNode masked(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> masked(object);
      case ArrayNode array -> masked(array);
      case TextNode text -> TextNode.valueOf(masked(text.textValue()));
      default -> value;
    };
  }

  private static ObjectNode masked(ObjectNode object) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(
            field -> {
              boolean isPrivate =
                  field.getValue().isValueNode() && PRIVATE_KEY.matcher(field.getKey()).find();
              copy.set(
                  field.getKey(), isPrivate ? TextNode.valueOf(MASK) : masked(field.getValue()));
            });
    return copy;
  }

  private static ArrayNode masked(ArrayNode array) {
    ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
    array.forEach(element -> copy.add(masked(element)));
    return copy;
  }

  private static String masked(String text) {
    String looked =
        text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    return TOKEN.matcher(EMAIL.matcher(looked).replaceAll(MASK)).replaceAll(MASK);
  }
}
