package dev.seaway.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.search.Rule.Comparison;
import dev.seaway.catalog.search.Rule.Field;
import dev.seaway.catalog.search.Rule.Group;
import dev.seaway.catalog.search.Rule.Operator;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads rules from a search's JSON, or refuses them with a sentence. */
public final class RuleReader {
  // Beyond this, SQLite's own limit on the depth of an expression comes near.
  private static final int MAX_RULES = 200;
  private static final Pattern PROPERTY = Pattern.compile("[\\p{L}0-9@_.+:/=-]{1,200}");

  private int count;

  private RuleReader() {}

  /** Whether a value has the shape of a search: an object with a combinator or rules. */
  public static boolean isSearch(JsonNode node) {
    return node.isObject() && (node.has("combinator") || node.has("rules"));
  }

  public static Group read(JsonNode search) {
    return new RuleReader().group(search);
  }

  private Group group(JsonNode node) {
    JsonNode rules = node.path("rules");
    if (!rules.isArray()) {
      throw Refusal.invalid("A search needs \"rules\": an array of rules.");
    }
    boolean all =
        switch (node.path("combinator").asText()) {
          case "and" -> true;
          case "or" -> false;
          default ->
              throw Refusal.invalid(
                  "A search needs a \"combinator\": \"and\" or \"or\", not %s."
                      .formatted(node.path("combinator")));
        };
    List<Rule> read = new ArrayList<>();
    rules.forEach(rule -> read.add(isSearch(rule) ? group(rule) : comparison(rule)));
    return new Group(all, read);
  }

  private Comparison comparison(JsonNode node) {
    if (++count > MAX_RULES) {
      throw Refusal.invalid("A search may have at most %d rules.".formatted(MAX_RULES));
    }
    if (!node.path("property").isTextual() || !node.path("operator").isTextual()) {
      throw Refusal.invalid(
          "A rule needs a \"property\" and an \"operator\" (texts), unlike %s."
              .formatted(Json.kind(node)));
    }
    Field field = field(node.path("property").textValue());
    Operator operator = operator(node.path("operator").textValue());
    return new Comparison(field, operator, value(operator, node.path("value")));
  }

  private static Field field(String property) {
    return switch (property) {
      case "$identifier" -> new Field.Text("e.identifier");
      case "$blueprint" -> new Field.Text("e.blueprint");
      case "$title" -> new Field.Text("e.title");
      case "$datasource" ->
          new Field.Text("(SELECT d.name FROM datasource d WHERE d.id = e.datasource)");
      case "$createdAt" -> new Field.Time(property, "e.created_at");
      case "$updatedAt" -> new Field.Time(property, "e.updated_at");
      case "$team" -> new Field.Content("$.team");
      case "$icon" -> new Field.Content("$.icon");
      default -> property(property);
    };
  }

  private static Field property(String name) {
    if (!PROPERTY.matcher(name).matches()) {
      throw Refusal.invalid(
          "\"%s\" is not a property to search by: use $identifier, $blueprint, $title, $datasource, $team, $icon, $createdAt, $updatedAt or the name of a property."
              .formatted(name));
    }
    return new Field.Content("$.properties.\"%s\"".formatted(name));
  }

  private static Operator operator(String sign) {
    return Arrays.stream(Operator.values())
        .filter(operator -> operator.sign().equals(sign))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "\"%s\" is not an operator of the embedded catalog: use one of %s."
                        .formatted(sign, signs())));
  }

  private static List<String> signs() {
    return Arrays.stream(Operator.values()).map(Operator::sign).toList();
  }

  private static JsonNode value(Operator operator, JsonNode value) {
    boolean fits =
        switch (operator) {
          case EQUAL, NOT_EQUAL -> value.isNull() || scalar(value);
          case IN, NOT_IN -> value.isArray() && scalars(value);
          case CONTAINS, DOES_NOT_CONTAIN -> scalar(value);
          case BEGINS_WITH, ENDS_WITH -> value.isTextual();
          case LESS, GREATER, AT_MOST, AT_LEAST -> value.isTextual() || value.isNumber();
          case IS_EMPTY, IS_NOT_EMPTY -> true;
        };
    if (!fits) {
      throw Refusal.invalid(
          "The operator \"%s\" cannot compare with %s."
              .formatted(operator.sign(), Json.kind(value)));
    }
    return value;
  }

  private static boolean scalars(JsonNode array) {
    for (JsonNode item : array) {
      if (!scalar(item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean scalar(JsonNode value) {
    return value.isValueNode() && !value.isNull();
  }
}
