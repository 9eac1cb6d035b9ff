package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.jq.JqProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code mappings}. */
final class EntityReader {

  private final Problems problems;
  private final Expressions expressions;
  private final TemplateReader templates;

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
                relations))
        : Optional.empty();
  }

  private void addText(Section section, String field, Map<String, Template> fields) {
    expressions
        .optional(section, field)
        .ifPresent(program -> fields.put(field, new Template.Leaf(field, program)));
  }

  private void addTeam(Section section, Map<String, Template> fields) {
    section
        .value("team")
        .flatMap(value -> templates.expressionOrSearch(value, section.path("team"), "team"))
        .ifPresent(template -> fields.put("team", template));
  }

  private Optional<Map<String, Template>> properties(Section section) {
    return section
        .section("properties")
        .map(
            given ->
                named(
                    given,
                    (value, name) ->
                        templates.nested(value, given.path(name), "properties." + name)));
  }

  private Optional<Map<String, Template>> relations(Section section) {
    return section
        .section("relations")
        .map(
            given ->
                named(
                    given,
                    (value, name) ->
                        templates.expressionOrSearch(
                            value, given.path(name), "relations." + name)));
  }

  private interface Reading {
    Optional<Template> read(JsonNode value, String name);
  }

  private static Map<String, Template> named(Section section, Reading reading) {
    Map<String, Template> named = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : List.copyOf(section.entries())) {
      reading
          .read(entry.getValue(), entry.getKey())
          .ifPresent(template -> named.put(entry.getKey(), template));
    }
    return named;
  }
}
