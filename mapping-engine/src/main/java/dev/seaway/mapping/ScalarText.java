package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.function.Predicate;

/** The text that stands for a scalar in identifiers: numbers as jq prints them, 10 and not 10.0. */
final class ScalarText {

  private static final int EXPONENT_FROM_ZEROS = 15;

  private ScalarText() {}

  /** The text of a number or boolean; any other value as it is. What is no number is null. */
  static JsonNode normalised(JsonNode value) {
    if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
      return value.isBigDecimal() ? TextNode.valueOf(of(value)) : NullNode.getInstance();
    }
    return value.isNumber() || value.isBoolean() ? TextNode.valueOf(of(value)) : value;
  }

  /**
   * What a relation points to: the same for each element of an array, less those that are null.
   *
   * @param madeOfNull whether a text names nothing though it is longer
   */
  static JsonNode target(JsonNode value, Predicate<String> madeOfNull) {
    Predicate<JsonNode> isNull =
        each -> isNull(each) || (each.isTextual() && madeOfNull.test(each.textValue()));
    if (value instanceof ArrayNode array) {
      return allNormal(array, isNull) ? array : targets(array, isNull);
    }
    JsonNode target = normalised(value);
    return isNull.test(target) ? NullNode.getInstance() : target;
  }

  private static ArrayNode targets(ArrayNode array, Predicate<JsonNode> isNull) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode(array.size());
    array.valueStream().map(ScalarText::normalised).filter(isNull.negate()).forEach(texts::add);
    return texts;
  }

  /** Null, or the text that {@code tostring} makes of it: neither names anything. */
  static boolean isNull(JsonNode value) {
    return value.isNull() || (value.isTextual() && value.textValue().equals("null"));
  }

  /** Null in either form, or an empty text. */
  static boolean namesNothing(JsonNode value) {
    return isNull(value) || (value.isTextual() && value.textValue().isEmpty());
  }

  /** Why such a value names nothing. */
  static String reason(JsonNode value) {
    return value.isNull()
        ? "it is null"
        : value.textValue().isEmpty() ? "it is an empty text" : "it is \"null\", made of a null";
  }

  private static boolean allNormal(ArrayNode array, Predicate<JsonNode> isNull) {
    for (JsonNode element : array) {
      if (element.isNumber() || element.isBoolean() || isNull.test(element)) {
        return false;
      }
    }
    return true;
  }

  private static String of(JsonNode scalar) {
    return scalar.isFloatingPointNumber() ? of(scalar.decimalValue()) : scalar.asText();
  }

  /** Plain digits, unless that would take long runs of zeros: then 1e+20 and 1e-05. */
  private static String of(BigDecimal number) {
    BigDecimal digits = number.stripTrailingZeros();
    int point = digits.precision() - digits.scale();
    if (point > -4 && point <= digits.precision() + EXPONENT_FROM_ZEROS) {
      return digits.toPlainString();
    }
    int exponent = point - 1;
    BigDecimal mantissa = digits.movePointLeft(exponent);
    return "%se%s%02d"
        .formatted(mantissa.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
