package dev.seaway.distribution.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Port's search rules, as far as catalog clients use them. */
final class SearchRule {

  private SearchRule() {}

  static boolean matches(JsonNode rule, StoredEntity entity) {
    if (rule.has("combinator")) {
      var rules = StreamSupport.stream(rule.path("rules").spliterator(), false);
      return rule.path("combinator").asText().equals("or")
          ? rules.anyMatch(inner -> matches(inner, entity))
          : rules.allMatch(inner -> matches(inner, entity));
    }
    JsonNode value = entity.value(rule.path("property").asText());
    JsonNode wanted = rule.path("value");
    return switch (rule.path("operator").asText()) {
      case "=" -> value.equals(wanted);
      case "!=" -> !value.equals(wanted);
      case "in" -> isIn(wanted, value);
      case "notIn" -> !isIn(wanted, value);
      case "contains" -> value.asText().contains(wanted.asText());
      case "beginsWith" -> value.asText().startsWith(wanted.asText());
      case "endsWith" -> value.asText().endsWith(wanted.asText());
      case "isEmpty" -> value.isMissingNode() || value.isNull();
      case "isNotEmpty" -> !value.isMissingNode() && !value.isNull();
      default -> throw new IllegalArgumentException("Unknown operator in " + rule);
    };
  }

  private static boolean isIn(JsonNode list, JsonNode value) {
    return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
  }
}
