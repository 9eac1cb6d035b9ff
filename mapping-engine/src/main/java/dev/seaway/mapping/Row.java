package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.JqProgram;
import java.util.List;
import java.util.Map;

/**
 * A field of an entity, made ready for each record.
 *
 * @param name within the group of fields
 * @param path of the field in the entity
 * @param inParts whether a part that fails is null by itself; a search is null as a whole, for half
 *     a search would find too much
 */
record Row(String name, String path, Template template, boolean inParts) {

  static List<Row> of(String group, Map<String, Template> templates, boolean inParts) {
    return templates.entrySet().stream()
        .map(entry -> new Row(entry.getKey(), group + entry.getKey(), entry.getValue(), inParts))
        .toList();
  }

  JsonNode value(JsonNode record, List<FieldFault> faults) {
    if (inParts) {
      return template.evaluate(record, faults);
    }
    try {
      return template.evaluate(record);
    } catch (EvaluationFailed e) {
      faults.add(FieldFault.of(path, e));
      return NullNode.getInstance();
    }
  }

  /** What a relation of that value points to. */
  JsonNode target(JsonNode value, JsonNode record) {
    return template instanceof Template.Leaf(String _, JqProgram program)
        ? ScalarText.target(value, text -> NullPart.isIn(text, program, record))
        : value;
  }

  /** What is said of it where it is null; nothing where its expression speaks of null itself. */
  MappedField described() {
    return template instanceof Template.Leaf leaf && !leaf.program().text().contains("null")
        ? new MappedField(path, leaf.program().text())
        : new MappedField(path, "");
  }
}
