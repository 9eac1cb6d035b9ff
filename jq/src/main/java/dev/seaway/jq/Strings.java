package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Splits, joins and searches texts. */
final class Strings {

  private Strings() {}

  static JsonNode split(Run run, String text, String separator) {
    ArrayNode parts = Containers.array(run, 0);
    if (text.isEmpty()) {
      return parts;
    }
    if (separator.isEmpty()) {
      for (int at = 0; at < text.length(); ) {
        int next = text.offsetByCodePoints(at, 1);
        add(run, parts, text.substring(at, next));
        at = next;
      }
      return parts;
    }
    int start = 0;
    Search search = new Search(run, separator);
    for (int at = search.in(text, 0); at >= 0; at = search.in(text, start)) {
      add(run, parts, text.substring(start, at));
      start = at + separator.length();
    }
    add(run, parts, text.substring(start));
    return parts;
  }

  static void add(Run run, ArrayNode parts, String part) {
    run.chargeText(part.length());
    parts.add(part);
  }

  static String join(Run run, JsonNode values, JsonNode separator) {
    StringBuilder joined = new StringBuilder();
    int count = 0;
    for (JsonNode value : values) {
      if (count++ > 0 && !separator.isTextual()) {
        throw Arithmetic.PLUS.cannot(TextNode.valueOf(joined.toString()), separator);
      }
      joined.append(count > 1 ? separator.textValue() : "");
      if (value.isContainerNode()) {
        throw Arithmetic.PLUS.cannot(TextNode.valueOf(joined.toString()), value);
      }
      int before = joined.length();
      joined.append(value.isNull() ? "" : Printer.text(run, value));
      run.charge(2L * (joined.length() - before) + 2L * separator.asText().length());
    }
    return joined.toString();
  }

  /** Where the one stands in the other; null if that makes no sense. */
  static JsonNode indices(Run run, JsonNode in, JsonNode wanted) {
    if (in.isNull()) {
      return NullNode.getInstance();
    }
    if (in.isTextual() && wanted.isTextual()) {
      return indices(run, in.textValue(), wanted.textValue());
    }
    boolean list = in.isArray() && !wanted.isArray();
    return Containers.get(run, in, list ? Containers.array(run, 1).add(wanted) : wanted);
  }

  private static JsonNode indices(Run run, String text, String wanted) {
    ArrayNode found = Containers.array(run, 0);
    if (wanted.isEmpty()) {
      return found;
    }
    int points = 0;
    int counted = 0;
    Search search = new Search(run, wanted);
    for (int at = search.in(text, 0); at >= 0; at = search.in(text, at + 1)) {
      points += text.codePointCount(counted, at);
      counted = at;
      run.charge(Run.ELEMENT);
      found.add(points);
    }
    return found;
  }

  /** White space as jq's trim sees it. */
  static String trim(String text, boolean left, boolean right) {
    int start = 0;
    int end = text.length();
    while (left && start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (right && end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == 0x85;
  }
}
