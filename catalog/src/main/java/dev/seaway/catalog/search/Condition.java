package dev.seaway.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.catalog.search.Rule.Comparison;
import dev.seaway.catalog.search.Rule.Field;
import dev.seaway.catalog.search.Rule.Group;
import dev.seaway.catalog.search.Rule.Operator;
import dev.seaway.catalog.wire.Json;
import dev.seaway.catalog.wire.Refusal;
import dev.seaway.catalog.wire.Times;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as SQL over {@code entity e}, with the values to bind. Lists are bound as one JSON text,
 * so that the statement stays the same, and prepared, whatever their length.
 */
public record Condition(String sql, List<@Nullable Object> values) {

  public static Condition of(Rule rule) {
    List<@Nullable Object> values = new ArrayList<>();
    return new Condition(sql(rule, values), values);
  }

  private static String sql(Rule rule, List<@Nullable Object> values) {
    return switch (rule) {
      case Group group -> group(group, values);
      case Comparison comparison -> comparison(comparison, values);
    };
  }

  private static String group(Group group, List<@Nullable Object> values) {
    if (group.rules().isEmpty()) {
      return group.all() ? "1" : "0";
    }
    List<String> parts = new ArrayList<>();
    group.rules().forEach(rule -> parts.add(sql(rule, values)));
    return "(" + String.join(group.all() ? " AND " : " OR ", parts) + ")";
  }

  private static String comparison(Comparison comparison, List<@Nullable Object> values) {
    Operator operator = comparison.operator();
    return switch (comparison.field()) {
      case Field.Text text -> text(text.sql(), operator, comparison.value(), values);
      case Field.Content content -> content(content.path(), operator, comparison.value(), values);
      case Field.Time time -> time(time, operator, comparison.value(), values);
    };
  }

  private static String text(
      String field, Operator operator, JsonNode value, List<@Nullable Object> values) {
    return switch (operator) {
      case CONTAINS -> bound("coalesce(instr(%s, ?), 0) > 0".formatted(field), value, values);
      case DOES_NOT_CONTAIN ->
          bound("coalesce(instr(%s, ?), 0) = 0".formatted(field), value, values);
      default -> plain(field, operator, value, values);
    };
  }

  private static String content(
      String path, Operator operator, JsonNode value, List<@Nullable Object> values) {
    String field = "json_extract(e.content, '%s')".formatted(path);
    return switch (operator) {
      case CONTAINS -> contains(path, field, value, values);
      case DOES_NOT_CONTAIN -> "NOT " + contains(path, field, value, values);
      default -> plain(field, operator, value, values);
    };
  }

  private static String contains(
      String path, String field, JsonNode value, List<@Nullable Object> values) {
    bind(value, values);
    bind(value, values);
    return """
    (CASE json_type(e.content, '%1$s')
      WHEN 'array' THEN EXISTS (SELECT 1 FROM json_each(e.content, '%1$s') WHERE value IS ?)
      WHEN 'text' THEN instr(%2$s, ?) > 0 ELSE 0 END)\
    """
        .formatted(path, field);
  }

  private static String plain(
      String field, Operator operator, JsonNode value, List<@Nullable Object> values) {
    return switch (operator) {
      case EQUAL -> bound(field + (value.isNull() ? " IS ?" : " = ?"), value, values);
      case NOT_EQUAL -> bound(field + " IS NOT ?", value, values);
      case IN -> list("%s IN (SELECT value FROM json_each(?))", field, value, values);
      case NOT_IN ->
          list("coalesce(%s NOT IN (SELECT value FROM json_each(?)), 1)", field, value, values);
      case BEGINS_WITH -> start(field, value, values);
      case ENDS_WITH -> end(field, value, values);
      case IS_EMPTY -> empty(field);
      case IS_NOT_EMPTY -> "NOT " + empty(field);
      case LESS, GREATER, AT_MOST, AT_LEAST -> ordered(field, operator, value, values);
      case CONTAINS, DOES_NOT_CONTAIN -> throw new IllegalArgumentException(operator.sign());
    };
  }

  private static String start(String field, JsonNode value, List<@Nullable Object> values) {
    bind(value, values);
    return bound(
        "(typeof(%1$s) = 'text' AND substr(%1$s, 1, length(?)) = ?)".formatted(field),
        value,
        values);
  }

  private static String end(String field, JsonNode value, List<@Nullable Object> values) {
    bind(value, values);
    bind(value, values);
    return bound(
        "(typeof(%1$s) = 'text' AND (? = '' OR substr(%1$s, -length(?)) = ?))".formatted(field),
        value,
        values);
  }

  private static String empty(String field) {
    return "(%1$s IS NULL OR %1$s IN ('', '[]', '{}'))".formatted(field);
  }

  // SQLite orders numbers before texts: without the type, any text would be greater than any
  // number.
  private static String ordered(
      String field, Operator operator, JsonNode value, List<@Nullable Object> values) {
    String types = value.isNumber() ? "'integer', 'real'" : "'text'";
    return bound(
        "(typeof(%1$s) IN (%2$s) AND %1$s %3$s ?)".formatted(field, types, operator.sign()),
        value,
        values);
  }

  private static String time(
      Field.Time time, Operator operator, JsonNode value, List<@Nullable Object> values) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, GREATER, AT_MOST, AT_LEAST -> {
        values.add(Times.read("The value of " + time.name(), value.asText()));
        yield "%s %s ?".formatted(time.sql(), operator.sign());
      }
      case IN, NOT_IN, CONTAINS, DOES_NOT_CONTAIN, BEGINS_WITH, ENDS_WITH, IS_EMPTY, IS_NOT_EMPTY ->
          throw Refusal.invalid(
              "%s can be compared by =, !=, <, >, <= and >= only, not by \"%s\"."
                  .formatted(time.name(), operator.sign()));
    };
  }

  private static String list(
      String sql, String field, JsonNode value, List<@Nullable Object> values) {
    values.add(Json.text(value));
    return sql.formatted(field);
  }

  private static String bound(String sql, JsonNode value, List<@Nullable Object> values) {
    bind(value, values);
    return sql;
  }

  private static void bind(JsonNode value, List<@Nullable Object> values) {
    if (value.isNull()) {
      values.add(null);
    } else if (value.isBoolean()) {
      values.add(value.booleanValue());
    } else if (value.isIntegralNumber() && value.canConvertToLong()) {
      values.add(value.longValue());
    } else if (value.isNumber()) {
      values.add(value.decimalValue());
    } else {
      values.add(value.asText());
    }
  }
}
