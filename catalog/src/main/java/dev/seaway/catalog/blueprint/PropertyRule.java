package dev.seaway.catalog.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the value of one property must be. Formats other than {@code date-time}, {@code url} and
 * {@code email}, and the bounds of lengths and numbers, are stored with the blueprint but not
 * checked.
 */
public record PropertyRule(
    Type type, Optional<String> format, List<JsonNode> choices, Optional<PropertyRule> items) {

  // Lenient on purpose: tools write offsets without a colon, or no offset at all.
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}([Tt"
              + " ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?([Zz]|[+-]\\d{2}(:?\\d{2})?)?)?");
  private static final Pattern URL = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*+:\\S++");
  private static final Pattern EMAIL = Pattern.compile("^[^\\s@]++@[^\\s@]++");

  /** The types of Port's properties. */
  public enum Type {
    STRING,
    NUMBER,
    BOOLEAN,
    OBJECT,
    ARRAY
  }

  public PropertyRule {
    choices = List.copyOf(choices);
  }

  /**
   * What is wrong with a value that is not null, as the end of a sentence: "must be a number, not a
   * text".
   */
  public Optional<String> fault(JsonNode value) {
    if (!fits(value)) {
      return Optional.of("must be %s, not %s".formatted(name(), Json.kind(value)));
    }
    if (!choices.isEmpty() && choices.stream().noneMatch(choice -> same(choice, value))) {
      return Optional.of("must be one of %s".formatted(choices));
    }
    return type == Type.ARRAY ? itemFault(value) : formatFault(value);
  }

  private boolean fits(JsonNode value) {
    return switch (type) {
      case STRING -> value.isTextual();
      case NUMBER -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case OBJECT -> value.isObject();
      case ARRAY -> value.isArray();
    };
  }

  private String name() {
    return switch (type) {
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case OBJECT -> "an object";
      case ARRAY -> "an array";
    };
  }

  private static boolean same(JsonNode choice, JsonNode value) {
    return (choice.isNumber() && value.isNumber())
        ? choice.decimalValue().compareTo(value.decimalValue()) == 0
        : choice.equals(value);
  }

  private Optional<String> itemFault(JsonNode array) {
    if (items.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < array.size(); i++) {
      if (!array.get(i).isNull()) {
        Optional<String> fault = items.get().fault(array.get(i));
        if (fault.isPresent()) {
          return Optional.of("has an item at %d that %s".formatted(i, fault.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> formatFault(JsonNode value) {
    return switch (format.orElse("")) {
      case "date-time" -> unless(DATE_TIME, value, "must be a date and time in ISO format");
      case "url" -> unless(URL, value, "must be a URL");
      case "email" -> unless(EMAIL, value, "must be an e-mail address");
      default -> Optional.empty();
    };
  }

  private static Optional<String> unless(Pattern pattern, JsonNode value, String fault) {
    return pattern.matcher(value.asText()).matches() ? Optional.empty() : Optional.of(fault);
  }
}
