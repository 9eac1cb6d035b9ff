package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as jq writes them. */
final class Printer {

  private static final int MAX_DEPTH = 1_000;

  private final StringBuilder text = new StringBuilder();
  private final @Nullable Run run;
  private final int enough;
  private int charged;

  private Printer(@Nullable Run run, int enough) {
    this.run = run;
    this.enough = enough;
  }

  static String json(Run run, JsonNode value) {
    if (value.isNumber()) {
      return Numbers.text(value);
    }
    Printer printer = new Printer(run, Integer.MAX_VALUE);
    printer.write(value, 0);
    printer.charge();
    run.charge(2L * printer.text.length());
    return printer.text.toString();
  }

  /** What {@code tostring} gives: a text is itself. */
  static String text(Run run, JsonNode value) {
    return value.isTextual() ? value.textValue() : json(run, value);
  }

  /** At least so many characters of the value, or all. */
  static String beginning(JsonNode value, int enough) {
    Printer printer = new Printer(null, enough);
    printer.write(value, 0);
    return printer.text.toString();
  }

  private void write(JsonNode value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new OverBudget("it writes a value that is nested more than %,d deep".formatted(depth));
    }
    charge();
    switch (value.getNodeType()) {
      case STRING, BINARY -> quoted(value.asText());
      case NUMBER -> text.append(Numbers.text(value));
      case ARRAY -> array(value, depth);
      case OBJECT, POJO -> object(value, depth);
      case NULL, MISSING, BOOLEAN -> text.append(value.asText());
    }
  }

  private void charge() {
    if (run != null) {
      run.step();
      run.charge(2L * (text.length() - charged));
      charged = text.length();
    }
  }

  private void array(JsonNode array, int depth) {
    text.append('[');
    Iterator<JsonNode> elements = array.elements();
    while (elements.hasNext() && text.length() < enough) {
      write(elements.next(), depth + 1);
      text.append(elements.hasNext() ? "," : "");
    }
    text.append(']');
  }

  private void object(JsonNode object, int depth) {
    text.append('{');
    Iterator<Map.Entry<String, JsonNode>> entries = object.properties().iterator();
    while (entries.hasNext() && text.length() < enough) {
      Map.Entry<String, JsonNode> entry = entries.next();
      quoted(entry.getKey());
      text.append(':');
      write(entry.getValue(), depth + 1);
      text.append(entries.hasNext() ? "," : "");
    }
    text.append('}');
  }

  private void quoted(String value) {
    text.append('"');
    int shown = Math.min(value.length(), Math.max(enough - text.length(), 0));
    for (int i = 0; i < (enough == Integer.MAX_VALUE ? value.length() : shown); i++) {
      letter(value.charAt(i));
      if ((i & 0xFFF) == 0xFFF) {
        charge();
      }
    }
    text.append('"');
  }

  private void letter(char letter) {
    switch (letter) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      case '\r' -> text.append("\\r");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      default -> {
        if (letter < ' ' || letter == 0x7f) {
          text.append("\\u00").append(Character.forDigit(letter >> 4, 16));
          text.append(Character.forDigit(letter & 15, 16));
        } else {
          text.append(letter);
        }
      }
    }
  }
}
