package dev.seaway.core.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the catalog holds an entity with the mapped values already. A null value and an
 * absent one are the same.
 */
final class EntityComparison {

  static final List<String> FIELDS = List.of("title", "icon", "team");
  private static final List<String> GROUPS = List.of("properties", "relations");
  private static final Comparator<JsonNode> VALUES = EntityComparison::compare;

  private EntityComparison() {}

  /** Only what the mapping names is compared. */
  static boolean same(JsonNode mapped, @Nullable JsonNode known) {
    if (known == null) {
      return false;
    }
    for (String field : FIELDS) {
      if (mapped.has(field) && !sameValue(mapped.get(field), known.path(field))) {
        return false;
      }
    }
    for (String group : GROUPS) {
      if (!sameGroup(mapped.path(group), known.path(group))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameGroup(JsonNode mapped, JsonNode known) {
    for (Map.Entry<String, JsonNode> field : mapped.properties()) {
      if (!sameValue(field.getValue(), known.path(field.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameValue(JsonNode mapped, JsonNode known) {
    boolean none = mapped.isNull() || mapped.isMissingNode();
    boolean unknown = known.isNull() || known.isMissingNode();
    return (none || unknown) ? none == unknown : mapped.equals(VALUES, known);
  }

  /** Numbers are the same by value: 1 and 1.0 are. Called by Jackson for values only. */
  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }
}
