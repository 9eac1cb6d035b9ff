package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.seaway.core.mask.MailAddresses;
import dev.seaway.core.mask.SecretText;
import dev.seaway.core.mask.TellingNames;

/**
 * Copies a raw record without what should not leave the house: secrets, names of people, e-mail
 * addresses. Names of fields stay, for mappings are written with them.
 */
final class Masking {

  private static final TextNode MASK = TextNode.valueOf("***");

  /** An example shows what a text is like; it need not show all of it. */
  private static final int LONGEST_TEXT = 2_000;

  /** A cut may leave half a secret, which does not look like one. */
  private static final int LONGEST_WORD = 1_000;

  /** What is known of a value by the names above it. */
  private enum Below {
    NOTHING,
    PERSON,
    SECRET
  }

  private Masking() {}

  static JsonNode masked(JsonNode record) {
    return masked(record, Below.NOTHING);
  }

  private static JsonNode masked(JsonNode value, Below below) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, inner) -> copy.set(name, masked(name, inner, below)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(element -> copy.add(masked(element, below)));
        yield copy;
      }
      case TextNode text ->
          below == Below.SECRET ? MASK : TextNode.valueOf(masked(text.textValue()));
      default -> below == Below.SECRET && value.isNumber() ? MASK : value;
    };
  }

  private static JsonNode masked(String name, JsonNode value, Below above) {
    Below below = below(name, above);
    boolean names =
        TellingNames.isPersonal(name)
            || TellingNames.isPerson(name)
            || (below == Below.PERSON && TellingNames.isNameOfAPerson(name));
    return names && isTextOrTexts(value) ? hidden(value) : masked(value, below);
  }

  private static Below below(String name, Below above) {
    if (above == Below.SECRET || TellingNames.isSecret(name)) {
      return Below.SECRET;
    }
    return above == Below.PERSON || TellingNames.isPerson(name) ? Below.PERSON : Below.NOTHING;
  }

  private static boolean isTextOrTexts(JsonNode value) {
    return value.isTextual()
        || (value.isArray() && value.valueStream().allMatch(JsonNode::isTextual));
  }

  private static JsonNode hidden(JsonNode value) {
    return value.isTextual() ? MASK : masked(value, Below.SECRET);
  }

  private static String masked(String text) {
    return MailAddresses.mask(SecretText.mask(shortened(text)));
  }

  /** Cut before it is masked, at the end of a word where there is one. */
  private static String shortened(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end = LONGEST_TEXT;
    while (end > LONGEST_TEXT - LONGEST_WORD && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return text.substring(0, end) + "...";
  }
}
