package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.JqProgram;
import dev.seaway.mapping.Outcome.Dropped;
import dev.seaway.mapping.Outcome.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes one entity per item of an array in the record ({@code itemsToParse}). What the mapping then
 * sees is the record with the item added under {@code itemsToParseName} (an item wins over a key of
 * that name). A record that is not an object contributes nothing but its items.
 *
 * @param program gives the array; no output at all means no items, null that they are not known
 * @param name the key of the item; {@code item} by default
 * @param arrayPath where the array is taken out of the record; empty: the record stays whole
 */
record Items(JqProgram program, String name, List<String> arrayPath) {

  static final String FIELD = "itemsToParse";

  private static final Pattern PLAIN_PATH =
      Pattern.compile("^\\s*+(\\.[A-Za-z_][A-Za-z0-9_]*+)++\\s*+");

  /** What a record expands to. */
  sealed interface Expanded {

    /** One subject per item. */
    record Subjects(List<JsonNode> subjects) implements Expanded {}

    /** The expression gave null, or failed, or gave something else than an array. */
    record Unusable(Outcome outcome) implements Expanded {}
  }

  /**
   * @param withoutArray {@code itemsToParseTopLevelTransform}: whether the array is taken out of
   *     the record, by default true. That needs a plain path such as {@code .comments} or {@code
   *     .fields.comments}; with any other expression the record stays whole
   */
  static Items of(JqProgram program, String name, boolean withoutArray) {
    String text = program.text();
    boolean removable = withoutArray && PLAIN_PATH.matcher(text).matches();
    return new Items(
        program, name, removable ? List.of(text.strip().substring(1).split("\\.")) : List.of());
  }

  /** Whether an expression reads neither the item nor what is taken out of the record. */
  boolean changesNothingFor(JqProgram other) {
    return other
        .inputFields()
        .filter(fields -> !fields.contains(name))
        .filter(fields -> arrayPath.isEmpty() || !fields.contains(arrayPath.getFirst()))
        .isPresent();
  }

  Expanded expand(JsonNode record) {
    try {
      return program
          .firstOutput(record)
          .map(items -> expand(record, items))
          .orElseGet(() -> new Expanded.Subjects(List.of()));
    } catch (EvaluationFailed e) {
      return unusable(e.plainReason());
    }
  }

  /** Null is not an empty list: what the items would have been is not known. */
  private Expanded expand(JsonNode record, JsonNode items) {
    if (items.isNull()) {
      return new Expanded.Unusable(Dropped.unintended(FIELD, program.text(), "it is null"));
    }
    return items instanceof ArrayNode array
        ? new Expanded.Subjects(subjects(record, array))
        : unusable("must give an array, but gave " + TypeName.of(items));
  }

  private Expanded unusable(String message) {
    return new Expanded.Unusable(new Failed(FIELD, program.text(), message));
  }

  private List<JsonNode> subjects(JsonNode record, ArrayNode items) {
    JsonNode base = without(record, arrayPath);
    List<JsonNode> subjects = new ArrayList<>(items.size());
    for (JsonNode item : items) {
      ObjectNode subject = copy(base);
      subject.set(name, item);
      subjects.add(subject);
    }
    return subjects;
  }

  /** The record less the value at the path; only the objects on the way to it are copied. */
  private static JsonNode without(JsonNode record, List<String> path) {
    if (path.isEmpty() || !(record instanceof ObjectNode)) {
      return record;
    }
    ObjectNode copy = copy(record);
    String key = path.getFirst();
    JsonNode value = copy.get(key);
    if (path.size() == 1 || value == null) {
      copy.remove(key);
    } else {
      copy.set(key, without(value, path.subList(1, path.size())));
    }
    return copy;
  }

  /** Copies the object, not its values. */
  private static ObjectNode copy(JsonNode record) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      copy.set(field.getKey(), field.getValue());
    }
    return copy;
  }
}
