package dev.seaway.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.jq.EvaluationFailed;
import dev.seaway.jq.JqProgram;
import dev.seaway.mapping.Outcome.Failed;
import dev.seaway.mapping.Outcome.Skipped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes entities of the records of one resource. Safe for all threads at once.
 *
 * <p>With {@code itemsToParse} the record is expanded into its items first. The selector's query is
 * asked of each of them, and each that it wants is put through each mapping.
 */
public final class Mapping {

  private static final String QUERY = "selector.query";

  private final Optional<JqProgram> query;
  private final Optional<Items> items;
  private final List<EntityTemplate> templates;

  /** Whether the query says the same of a record and of each of its items. */
  private final boolean isOfRecord;

  Mapping(Optional<JqProgram> query, Optional<Items> items, List<EntityTemplate> templates) {
    this.query = query;
    this.items = items;
    this.templates = List.copyOf(templates);
    this.isOfRecord =
        items.isEmpty()
            || query.isEmpty()
            || query.filter(items.get()::changesNothingFor).isPresent();
  }

  /**
   * What becomes of the record: one outcome per entity, or per record or item that makes none; no
   * outcome if {@code itemsToParse} gives an empty list. Faults in the data are outcomes; nothing
   * is thrown for them.
   */
  public List<Outcome> apply(JsonNode record) {
    return isOfRecord
        ? refusal(record).map(List::of).orElseGet(() -> expandAndMap(record))
        : expandAndMap(record);
  }

  /**
   * Whether the query leaves the whole record out, whatever items it has.
   *
   * @param outcomes what became of the record
   */
  public boolean isLeftOut(List<Outcome> outcomes) {
    return isOfRecord && outcomes.size() == 1 && outcomes.getFirst() instanceof Skipped;
  }

  private Optional<Outcome> refusal(JsonNode record) {
    return query.flatMap(program -> refusal(program, record));
  }

  private static Optional<Outcome> refusal(JqProgram program, JsonNode record) {
    try {
      JsonNode answer = program.first(record);
      if (answer.isBoolean()) {
        return answer.booleanValue() ? Optional.empty() : Optional.of(new Skipped());
      }
      String message = "must give true or false, but gave " + TypeName.of(answer);
      return Optional.of(new Failed(QUERY, program.text(), message));
    } catch (EvaluationFailed e) {
      return Optional.of(new Failed(QUERY, program.text(), e.plainReason()));
    }
  }

  private List<Outcome> expandAndMap(JsonNode record) {
    if (items.isEmpty()) {
      return map(List.of(record));
    }
    return switch (items.get().expand(record)) {
      case Items.Expanded.Subjects(List<JsonNode> subjects) -> map(subjects);
      case Items.Expanded.Unusable(Outcome outcome) -> List.of(outcome);
    };
  }

  private List<Outcome> map(List<JsonNode> subjects) {
    List<Outcome> outcomes = new ArrayList<>(subjects.size() * templates.size());
    for (JsonNode subject : subjects) {
      Optional<Outcome> refusal = isOfRecord ? Optional.empty() : refusal(subject);
      refusal.ifPresentOrElse(
          outcomes::add,
          () -> templates.forEach(template -> outcomes.add(template.apply(subject))));
    }
    return Collections.unmodifiableList(outcomes);
  }

  /** The expression of {@code itemsToParse}; empty where a record is not expanded. */
  public Optional<JqProgram> itemsToParse() {
    return items.map(Items::program);
  }

  /** The entities that a record names, whatever the selector's query says of it. */
  public Names names(JsonNode record) {
    return switch (items
        .map(found -> found.expand(record))
        .orElseGet(() -> new Items.Expanded.Subjects(List.of(record)))) {
      case Items.Expanded.Subjects(List<JsonNode> subjects) -> names(subjects, _ -> true);
      case Items.Expanded.Unusable _ -> new Names(List.of(), false);
    };
  }

  /**
   * The entities that a record names of which only these fields are known. What depends on any
   * other is not named.
   */
  public Names names(Map<String, JsonNode> known) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    known.forEach(record::set);
    return items.isPresent()
        ? new Names(List.of(), false)
        : names(List.of(record), template -> template.isNamedBy(known.keySet()));
  }

  private Names names(List<JsonNode> subjects, Predicate<EntityTemplate> nameable) {
    List<Names.Name> certain = new ArrayList<>();
    boolean whole = true;
    for (JsonNode subject : subjects) {
      for (EntityTemplate template : templates) {
        Optional<Names.Name> name =
            nameable.test(template) ? template.name(subject) : Optional.empty();
        name.ifPresent(certain::add);
        whole &= name.isPresent();
      }
    }
    return new Names(certain, whole);
  }

  /**
   * Whether no two records make the same entity of that blueprint: what it is called depends on
   * none but fields by which records are told apart. An item may be that of several records.
   *
   * @param telling the names of those fields
   */
  public boolean isOnePerRecord(String blueprint, Set<String> telling) {
    return templates.stream()
        .filter(template -> template.mayFeed(blueprint))
        .allMatch(template -> items.isEmpty() && template.isNamedBy(telling));
  }

  /**
   * Whether all entities of that blueprint are called by what records hold at one of these places,
   * whatever else they hold. False where that cannot be told.
   */
  public boolean isNamedAt(String blueprint, Collection<JsonPointer> places) {
    return templates.stream()
        .filter(template -> template.mayFeed(blueprint))
        .allMatch(template -> items.isEmpty() && template.isNamedAt(places));
  }

  /**
   * The fields of a record of which a single one makes the identifier of an entity, such as {@code
   * arn} for {@code .arn | split(":")[-1]}.
   */
  public Set<String> namingFields() {
    Set<String> naming = new LinkedHashSet<>();
    if (items.isEmpty()) {
      templates.stream()
          .flatMap(template -> template.identifierFields().stream())
          .filter(fields -> fields.size() == 1)
          .forEach(naming::addAll);
    }
    return Collections.unmodifiableSet(naming);
  }

  /**
   * The blueprints that this can feed, where every blueprint expression is a plain string. Empty if
   * one is computed: then it may feed any.
   */
  public Set<String> blueprints() {
    if (feedsAnyBlueprint()) {
      return Set.of();
    }
    Set<String> blueprints = new LinkedHashSet<>();
    literals().forEach(literal -> blueprints.add(literal.orElseThrow()));
    return Collections.unmodifiableSet(blueprints);
  }

  /** Whether entities are made of a record's items, and not of the record itself. */
  public boolean hasItems() {
    return items.isPresent();
  }

  /** Whether a blueprint is computed from the record. */
  public boolean feedsAnyBlueprint() {
    return literals().anyMatch(Optional::isEmpty);
  }

  private Stream<Optional<String>> literals() {
    return templates.stream().map(template -> template.blueprint().program().literal());
  }

  /** The properties that any of the mappings sets, each once, in the order of the document. */
  public List<String> properties() {
    return names(templates.stream().map(EntityTemplate::properties));
  }

  /** The relations that any of the mappings sets, each once, in the order of the document. */
  public List<String> relations() {
    return names(templates.stream().map(EntityTemplate::relations));
  }

  /** Those properties that a mapping sets whose blueprint is always this one. */
  public List<String> properties(String blueprint) {
    return names(templates(blueprint).map(EntityTemplate::properties));
  }

  /** Those relations that a mapping sets whose blueprint is always this one. */
  public List<String> relations(String blueprint) {
    return names(templates(blueprint).map(EntityTemplate::relations));
  }

  private Stream<EntityTemplate> templates(String blueprint) {
    return templates.stream()
        .filter(
            template ->
                template.blueprint().program().literal().filter(blueprint::equals).isPresent());
  }

  private static List<String> names(Stream<Optional<Map<String, Template>>> mapped) {
    return mapped
        .flatMap(Optional::stream)
        .flatMap(templates -> templates.keySet().stream())
        .distinct()
        .toList();
  }

  /** Whether any of the mappings sets the title. */
  public boolean mapsTitle() {
    return maps("title");
  }

  /** Whether any of the mappings sets the icon. */
  public boolean mapsIcon() {
    return maps("icon");
  }

  /** Whether any of the mappings sets the team. */
  public boolean mapsTeam() {
    return maps("team");
  }

  private boolean maps(String field) {
    return templates.stream().anyMatch(template -> template.fields().containsKey(field));
  }
}
