package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Numbers as jq has them: computed ones are 64-bit floating point, so that nothing wraps around.
 * Whole numbers of the input and of the expression keep all their digits as long as nothing is
 * computed from them.
 */
final class Numbers {

  private static final double EXACT = 9_007_199_254_740_992.0;
  private static final int ZEROS_BEFORE_EXPONENT = 15;
  private static final int MAX_DIGITS = 1_000;
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private Numbers() {}

  static JsonNode of(double value) {
    if (value == Math.rint(value) && Math.abs(value) <= EXACT && !isNegativeZero(value)) {
      return of((long) value);
    }
    return DoubleNode.valueOf(value);
  }

  static JsonNode of(long value) {
    if (value == (int) value) {
      return IntNode.valueOf((int) value);
    }
    return Math.abs(value) <= (long) EXACT
        ? LongNode.valueOf(value)
        : DoubleNode.valueOf((double) value);
  }

  private static boolean isNegativeZero(double value) {
    return value == 0 && 1 / value < 0;
  }

  /** The same number below zero; whole ones keep their digits. */
  static JsonNode negated(JsonNode number) {
    boolean digits = number.isIntegralNumber() && Math.abs(number.doubleValue()) >= EXACT;
    return digits
        ? literal(number.bigIntegerValue().negate().toString())
        : of(-number.doubleValue());
  }

  /** The number that stands in an expression or a text; whole ones keep their digits. */
  static JsonNode literal(String text) {
    if (WHOLE.matcher(text).matches()) {
      BigInteger whole = new BigInteger(text);
      if (text.startsWith("-") && whole.signum() == 0) {
        return DoubleNode.valueOf(-0.0);
      }
      return whole.bitLength() < 32
          ? IntNode.valueOf(whole.intValue())
          : whole.bitLength() < 64
              ? LongNode.valueOf(whole.longValue())
              : BigIntegerNode.valueOf(whole);
    }
    return of(Double.parseDouble(text));
  }

  /** Whether the text is a number; one of more than 1,000 characters is not. */
  static boolean isNumber(String text) {
    return text.length() <= MAX_DIGITS && NUMBER.matcher(text).matches();
  }

  static boolean isNan(JsonNode value) {
    return value.isFloatingPointNumber() && Double.isNaN(value.doubleValue());
  }

  /**
   * Two whole numbers are compared digit by digit, any others as floating point; so is the largest
   * number that a computation gives as a whole one.
   */
  static int compare(JsonNode left, JsonNode right) {
    double one = left.doubleValue();
    double other = right.doubleValue();
    if (left.isIntegralNumber() && right.isIntegralNumber() && one == other) {
      return Math.abs(one) <= EXACT ? 0 : left.bigIntegerValue().compareTo(right.bigIntegerValue());
    }
    // jq puts nan below every number, itself included.
    return Double.isNaN(one) ? -1 : one < other ? -1 : one == other ? 0 : 1;
  }

  /** The number as jq prints it: 10 and not 10.0, 1e+20 and not 100000000000000000000. */
  static String text(JsonNode number) {
    if (number.isIntegralNumber()) {
      return number.asText();
    }
    double value = number.doubleValue();
    if (number.isBigDecimal() && Double.isFinite(value)) {
      return digits(number.decimalValue());
    }
    if (Double.isNaN(value)) {
      return "null";
    }
    if (isNegativeZero(value)) {
      return "-0";
    }
    double finite = Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
    return digits(new BigDecimal(Double.toString(finite)));
  }

  private static String digits(BigDecimal number) {
    BigDecimal digits = number.stripTrailingZeros();
    if (digits.signum() == 0) {
      return "0";
    }
    int point = digits.precision() - digits.scale();
    if (point > -4 && point <= digits.precision() + ZEROS_BEFORE_EXPONENT) {
      return digits.toPlainString();
    }
    int exponent = point - 1;
    BigDecimal mantissa = digits.movePointLeft(exponent);
    return "%se%s%02d"
        .formatted(mantissa.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
