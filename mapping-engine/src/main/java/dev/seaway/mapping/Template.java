package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.JqProgram;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A value of the mapping whose leaves are jq: evaluated, it has the same shape. */
sealed interface Template {

  /**
   * One expression.
   *
   * @param field its place in the entity, for reports
   */
  record Leaf(String field, JqProgram program) implements Template {

    private JsonNode value(JsonNode record, List<FieldFault> faults) {
      try {
        return program.first(record);
      } catch (EvaluationFailed e) {
        faults.add(FieldFault.of(field, e));
        return NullNode.getInstance();
      }
    }
  }

  /** An object. */
  record Fields(Map<String, Template> templates) implements Template {
    public Fields {
      templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
    }
  }

  /** A list. */
  record Elements(List<Template> templates) implements Template {
    public Elements {
      templates = List.copyOf(templates);
    }
  }

  /**
   * The value, as a whole or not at all.
   *
   * @throws EvaluationFailed if any leaf fails
   */
  default JsonNode evaluate(JsonNode record) {
    return this instanceof Leaf only ? only.program().first(record) : whole(record);
  }

  private JsonNode whole(JsonNode record) {
    return fill(leaf -> leaf.program().first(record));
  }

  /** The value with null in place of each leaf that fails, which is reported. */
  default JsonNode evaluate(JsonNode record, List<FieldFault> faults) {
    return this instanceof Leaf only
        ? only.value(record, faults)
        : fill(leaf -> leaf.value(record, faults));
  }

  /** Whether any leaf gives no output at all, by which its author leaves the whole out. */
  default boolean hasPartWithoutOutput(JsonNode record) {
    return switch (this) {
      case Leaf leaf -> leaf.program().firstOutput(record).isEmpty();
      case Fields(Map<String, Template> templates) ->
          templates.values().stream().anyMatch(part -> part.hasPartWithoutOutput(record));
      case Elements(List<Template> templates) ->
          templates.stream().anyMatch(part -> part.hasPartWithoutOutput(record));
    };
  }

  private JsonNode fill(Function<Leaf, JsonNode> values) {
    return switch (this) {
      case Leaf leaf -> values.apply(leaf);
      case Fields(Map<String, Template> templates) -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        templates.forEach((key, template) -> object.set(key, template.fill(values)));
        yield object;
      }
      case Elements(List<Template> templates) -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(templates.size());
        templates.forEach(template -> array.add(template.fill(values)));
        yield array;
      }
    };
  }
}
