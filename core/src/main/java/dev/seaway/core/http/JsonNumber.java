package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads numbers of JSON: whole ones of at most 18 digits, and fractions of an ordinary length. */
final class JsonNumber {

  private static final int MAX_DIGITS = 18;
  private static final int MAX_LENGTH = 32;
  private static final Pattern FRACTION =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private JsonNumber() {}

  static boolean isPart(byte next) {
    return isDigit(next) || next == '.' || next == '-' || next == '+' || next == 'e' || next == 'E';
  }

  /** The number that fills this part of the body. */
  static JsonNode of(byte[] body, int from, int to) {
    boolean negative = body[from] == '-';
    int digits = negative ? from + 1 : from;
    long value = 0;
    for (int at = digits; at < to; at++) {
      if (!isDigit(body[at])) {
        return fraction(body, from, to);
      }
      value = value * 10 + (body[at] - '0');
    }
    int length = to - digits;
    boolean leadingZero = length > 0 && body[digits] == '0' && (length > 1 || negative);
    if (length == 0 || length > MAX_DIGITS || leadingZero) {
      throw new JsonScan.Unusual();
    }
    return whole(negative ? -value : value);
  }

  private static JsonNode whole(long value) {
    return (int) value == value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  private static JsonNode fraction(byte[] body, int from, int to) {
    if (to - from > MAX_LENGTH) {
      throw new JsonScan.Unusual();
    }
    String text = new String(body, from, to - from, StandardCharsets.ISO_8859_1);
    if (!FRACTION.matcher(text).matches()) {
      throw new JsonScan.Unusual();
    }
    return DoubleNode.valueOf(finite(Double.parseDouble(text)));
  }

  /** What is too large is the largest that there is, as in jq: JSON has no word for more. */
  static double finite(double value) {
    return Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private static boolean isDigit(byte next) {
    return next >= '0' && next <= '9';
  }
}
