package dev.seaway.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.jq.JqProgram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One entry of {@code mappings}: makes an entity of a record. */
final class EntityTemplate {

  /** An id that stays as it is as a text and as a number. */
  private static final long SAMPLE = 987_654_321;

  private final IdentifierField identifier;
  private final BlueprintField blueprint;
  private final Map<String, Template> fields;
  private final Optional<Map<String, Template>> properties;
  private final Optional<Map<String, Template>> relations;
  private final List<Row> fieldRows;
  private final List<Row> propertyRows;
  private final List<Row> relationRows;
  private final List<MappedField> described;
  private final List<FieldFault> heldBack;

  /**
   * @param fields title, icon and team, those that are mapped, in the order in which they are sent
   * @param properties absent if the mapping has none, so that none are sent
   * @param relations the same
   * @param heldBack fields that the mapping has and that are not sent, for they are at fault
   */
  EntityTemplate(
      IdentifierField identifier,
      BlueprintField blueprint,
      Map<String, Template> fields,
      Optional<Map<String, Template>> properties,
      Optional<Map<String, Template>> relations,
      List<FieldFault> heldBack) {
    this.heldBack = List.copyOf(heldBack);
    this.identifier = identifier;
    this.blueprint = blueprint;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    this.properties = properties.map(LinkedHashMap::new).map(Collections::unmodifiableMap);
    this.relations = relations.map(LinkedHashMap::new).map(Collections::unmodifiableMap);
    this.fieldRows = Row.of("", this.fields, false);
    this.propertyRows = Row.of("properties.", this.properties.orElse(Map.of()), true);
    this.relationRows = Row.of("relations.", this.relations.orElse(Map.of()), false);
    this.described =
        Stream.of(fieldRows, propertyRows, relationRows)
            .flatMap(List::stream)
            .map(Row::described)
            .collect(Collectors.toUnmodifiableList());
  }

  BlueprintField blueprint() {
    return blueprint;
  }

  Map<String, Template> fields() {
    return fields;
  }

  Optional<Map<String, Template>> properties() {
    return properties;
  }

  Optional<Map<String, Template>> relations() {
    return relations;
  }

  Outcome apply(JsonNode record) {
    return switch (identifier.of(record)) {
      case Key.Refused(Outcome.Dropped dropped) when !dropped.intended() ->
          unlessLeftOut(dropped, record);
      case Key.Refused(Outcome outcome) -> outcome;
      case Key.Given(JsonNode id) ->
          switch (blueprint.of(record)) {
            case Key.Refused(Outcome outcome) -> outcome;
            case Key.Given(JsonNode name) -> new Filling(record).mapped(id, name);
          };
    };
  }

  /** A blueprint that gives nothing says that no entity is meant, whatever it would be called. */
  private Outcome unlessLeftOut(Outcome.Dropped unnamed, JsonNode record) {
    return blueprint.of(record) instanceof Key.Refused(Outcome.Dropped dropped)
            && dropped.intended()
        ? dropped
        : unnamed;
  }

  /** What the record's entity is called; empty where there is none, or a search would find it. */
  Optional<Names.Name> name(JsonNode record) {
    return identifier.of(record) instanceof Key.Given(JsonNode id)
            && id.isTextual()
            && blueprint.of(record) instanceof Key.Given(JsonNode name)
        ? Optional.of(new Names.Name(name.textValue(), id.textValue()))
        : Optional.empty();
  }

  /** One whose blueprint is computed may feed any. */
  boolean mayFeed(String name) {
    return blueprint.program().literal().filter(literal -> !literal.equals(name)).isEmpty();
  }

  /** Whether identifier and blueprint depend on none but these fields. */
  boolean isNamedBy(Set<String> fields) {
    return identifier.template() instanceof Template.Leaf(String _, JqProgram program)
        && program.inputFields().filter(fields::containsAll).isPresent()
        && blueprint.program().inputFields().filter(fields::containsAll).isPresent();
  }

  /** The fields that its identifier is made of; empty where that cannot be told. */
  Optional<Set<String>> identifierFields() {
    return identifier.template() instanceof Template.Leaf(String _, JqProgram program)
        ? program.inputFields()
        : Optional.empty();
  }

  /** Whether the identifier is what stands at one of these places, and depends on nothing else. */
  boolean isNamedAt(Collection<JsonPointer> places) {
    Set<String> fields =
        places.stream().map(JsonPointer::getMatchingProperty).collect(Collectors.toSet());
    ObjectNode sample = JsonNodeFactory.instance.objectNode();
    Set<String> values = new HashSet<>();
    for (JsonPointer place : places) {
      String value = String.valueOf(SAMPLE + values.size());
      sample.withObject(place.head()).put(place.last().getMatchingProperty(), value);
      values.add(value);
    }
    return isNamedBy(fields)
        && identifier.of(sample) instanceof Key.Given(JsonNode id)
        && values.contains(id.asText());
  }

  /** One entity in the making. */
  private final class Filling {

    private final JsonNode record;
    private final List<FieldFault> faults = new ArrayList<>(heldBack.size());
    private int index;
    private long nulls;

    private Filling(JsonNode record) {
      this.record = record;
      faults.addAll(heldBack);
    }

    private Outcome mapped(JsonNode id, JsonNode name) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.set("identifier", id);
      json.set("blueprint", name);
      fill(fieldRows, json, false);
      if (properties.isPresent()) {
        json.set("properties", fill(propertyRows, JsonNodeFactory.instance.objectNode(), false));
      }
      if (relations.isPresent()) {
        json.set("relations", fill(relationRows, JsonNodeFactory.instance.objectNode(), true));
      }
      return new Outcome.Mapped(new Entity(name.textValue(), id, json), faults, described, nulls);
    }

    private ObjectNode fill(List<Row> rows, ObjectNode into, boolean targets) {
      for (Row row : rows) {
        int faultsBefore = faults.size();
        JsonNode given = row.value(record, faults);
        JsonNode value = targets ? row.target(given, record) : given;
        boolean failed = faults.size() > faultsBefore;
        if (value.isNull() && !failed && index < Long.SIZE) {
          nulls |= 1L << index;
        }
        index++;
        if (!failed || faults.stream().skip(faultsBefore).noneMatch(FieldFault::isHeldBack)) {
          into.set(row.name(), value);
        }
      }
      return into;
    }
  }
}
