package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.jq.JqProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one entry of {@code mappings}. */
final class EntityReader {

  private static final String HELD_BACK = "the mapping is wrong here, so the field is not sent";

  private final Problems problems;
  private final Expressions expressions;
  private final TemplateReader templates;
  private final List<FieldFault> heldBack = new ArrayList<>();

  EntityReader(Problems problems, Expressions expressions) {
    this.problems = problems;
    this.expressions = expressions;
    this.templates = new TemplateReader(problems, expressions);
  }

  Optional<EntityTemplate> read(JsonNode value, String path) {
    return Section.of(value, path, problems).flatMap(this::read);
  }

  private Optional<EntityTemplate> read(Section section) {
    Optional<Template> identifier =
        section
            .required("identifier")
            .flatMap(
                value ->
                    templates.expressionOrSearch(value, section.path("identifier"), "identifier"));
    Map<String, Template> fields = new LinkedHashMap<>();
    addText(section, "title", fields);
    addText(section, "icon", fields);
    Optional<JqProgram> blueprint = expressions.required(section, "blueprint");
    addTeam(section, fields);
    Optional<Map<String, Template>> properties = properties(section);
    Optional<Map<String, Template>> relations = relations(section);
    section.warnOfUnknownKeys();
    return identifier.isPresent() && blueprint.isPresent()
        ? Optional.of(
            new EntityTemplate(
                new IdentifierField(identifier.get()),
                new BlueprintField(blueprint.get()),
                fields,
                properties,
                relations,
                heldBack))
        : Optional.empty();
  }

  private void addText(Section section, String field, Map<String, Template> fields) {
    section
        .value(field)
        .flatMap(
            value -> read(value, field, reader -> reader.leaf(value, section.path(field), field)))
        .ifPresent(template -> fields.put(field, template));
  }

  private void addTeam(Section section, Map<String, Template> fields) {
    section
        .value("team")
        .flatMap(
            value ->
                read(
                    value,
                    "team",
                    reader -> reader.expressionOrSearch(value, section.path("team"), "team")))
        .ifPresent(template -> fields.put("team", template));
  }

  private Optional<Map<String, Template>> properties(Section section) {
    return section
        .section("properties")
        .map(given -> named("properties", given, TemplateReader::nested));
  }

  private Optional<Map<String, Template>> relations(Section section) {
    return section
        .section("relations")
        .map(given -> named("relations", given, TemplateReader::expressionOrSearch));
  }

  private interface Reading {
    Optional<Template> read(TemplateReader reader, JsonNode value, String path, String field);
  }

  private Map<String, Template> named(String group, Section section, Reading reading) {
    Map<String, Template> named = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : List.copyOf(section.entries())) {
      String name = entry.getKey();
      String field = group + "." + name;
      read(
              entry.getValue(),
              field,
              reader -> reading.read(reader, entry.getValue(), section.path(name), field))
          .ifPresent(template -> named.put(name, template));
    }
    return named;
  }

  /** A field that is at fault is left out: the entity is made without it, and said to be so. */
  private Optional<Template> read(
      JsonNode value, String field, Function<TemplateReader, Optional<Template>> reading) {
    Problems ofField = new Problems();
    Optional<Template> read =
        reading.apply(new TemplateReader(ofField, expressions.tellingOf(ofField)));
    problems.heldBack(ofField);
    if (ofField.hasErrors()) {
      heldBack.add(
          FieldFault.heldBack(field, value.isValueNode() ? value.asText() : "", HELD_BACK));
      return Optional.empty();
    }
    return read;
  }
}
