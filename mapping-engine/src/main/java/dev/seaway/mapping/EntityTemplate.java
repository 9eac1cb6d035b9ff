package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.mapping.jq.EvaluationFailed;
import dev.seaway.mapping.jq.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of {@code mappings}: makes an entity of a record.
 *
 * @param fields title, icon and team, those that are mapped, in the order in which they are sent
 * @param properties absent if the mapping has none, so that none are sent
 * @param relations the same
 */
record EntityTemplate(
    IdentifierField identifier,
    BlueprintField blueprint,
    Map<String, Template> fields,
    Optional<Map<String, Template>> properties,
    Optional<Map<String, Template>> relations) {

  EntityTemplate {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    properties = properties.map(LinkedHashMap::new).map(Collections::unmodifiableMap);
    relations = relations.map(LinkedHashMap::new).map(Collections::unmodifiableMap);
  }

  Outcome apply(JsonNode record) {
    return switch (identifier.of(record)) {
      case Key.Refused(Outcome outcome) -> outcome;
      case Key.Given(JsonNode id) ->
          switch (blueprint.of(record)) {
            case Key.Refused(Outcome outcome) -> outcome;
            case Key.Given(JsonNode name) -> mapped(record, id, name);
          };
    };
  }

  /** What the record's entity is called; empty where there is none, or a search would find it. */
  Optional<Names.Name> name(JsonNode record) {
    return identifier.of(record) instanceof Key.Given(JsonNode id)
            && id.isTextual()
            && blueprint.of(record) instanceof Key.Given(JsonNode name)
        ? Optional.of(new Names.Name(name.textValue(), id.textValue()))
        : Optional.empty();
  }

  /** Whether identifier and blueprint depend on none but these fields. */
  boolean isNamedBy(Set<String> fields) {
    return identifier.template() instanceof Template.Leaf(String _, Program program)
        && program.inputFields().filter(fields::containsAll).isPresent()
        && blueprint.program().inputFields().filter(fields::containsAll).isPresent();
  }

  private Outcome mapped(JsonNode record, JsonNode id, JsonNode name) {
    List<FieldFault> faults = new ArrayList<>(0);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("identifier", id);
    json.set("blueprint", name);
    fields.forEach((field, template) -> json.set(field, whole(field, template, record, faults)));
    properties.ifPresent(mapped -> json.set("properties", properties(mapped, record, faults)));
    relations.ifPresent(mapped -> json.set("relations", relations(mapped, record, faults)));
    return new Outcome.Mapped(new Entity(name.textValue(), id, json), faults);
  }

  private static ObjectNode properties(
      Map<String, Template> mapped, JsonNode record, List<FieldFault> faults) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    mapped.forEach((name, template) -> values.set(name, template.evaluate(record, faults)));
    return values;
  }

  private static ObjectNode relations(
      Map<String, Template> mapped, JsonNode record, List<FieldFault> faults) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    mapped.forEach(
        (name, template) ->
            values.set(
                name,
                ScalarText.normalisedDeep(whole("relations." + name, template, record, faults))));
    return values;
  }

  /** A search is null as a whole if a part of it fails: half a search would find too much. */
  private static JsonNode whole(
      String field, Template template, JsonNode record, List<FieldFault> faults) {
    try {
      return template.evaluate(record);
    } catch (EvaluationFailed e) {
      faults.add(new FieldFault(field, e.expression(), e.reason()));
      return NullNode.getInstance();
    }
  }
}
