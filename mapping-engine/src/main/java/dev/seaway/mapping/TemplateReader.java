package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.mapping.Template.Elements;
import dev.seaway.mapping.Template.Fields;
import dev.seaway.mapping.Template.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads values whose leaves are jq: nested properties, and searches. */
final class TemplateReader {

  private final Problems problems;
  private final Expressions expressions;

  TemplateReader(Problems problems, Expressions expressions) {
    this.problems = problems;
    this.expressions = expressions;
  }

  /** An expression, or an object or list of such, however deep. */
  Optional<Template> nested(JsonNode value, String path, String field) {
    return switch (value) {
      case ObjectNode object -> {
        Map<String, Template> templates = new LinkedHashMap<>();
        object.forEachEntry(
            (key, inner) ->
                nested(inner, path + "." + key, field + "." + key)
                    .ifPresent(template -> templates.put(key, template)));
        yield Optional.of(new Fields(templates));
      }
      case ArrayNode array -> {
        List<Template> templates = new ArrayList<>();
        for (int index = 0; index < array.size(); index++) {
          String place = "[%d]".formatted(index);
          nested(array.get(index), path + place, field + place).ifPresent(templates::add);
        }
        yield Optional.of(new Elements(templates));
      }
      default -> leaf(value, path, field);
    };
  }

  /** An expression, or {@code {combinator, rules}}. */
  Optional<Template> expressionOrSearch(JsonNode value, String path, String field) {
    if (value.isArray()) {
      problems.error(
          path, "must be a jq expression or a search with combinator and rules, but is a list.");
      return Optional.empty();
    }
    return value.isObject()
        ? Section.of(value, path, problems).flatMap(section -> search(section, field))
        : leaf(value, path, field);
  }

  /** An expression. */
  Optional<Template> leaf(JsonNode value, String path, String field) {
    return expressions.compile(value, path).map(program -> new Leaf(field, program));
  }

  private Optional<Template> search(Section section, String field) {
    Map<String, Template> templates = new LinkedHashMap<>();
    addLeaf(section, "combinator", field, templates);
    section
        .required("rules")
        .flatMap(rules -> rules(rules, section.path("rules"), field + ".rules"))
        .ifPresent(rules -> templates.put("rules", rules));
    section.warnOfUnknownKeys();
    return Optional.of(new Fields(templates));
  }

  private Optional<Template> rules(JsonNode rules, String path, String field) {
    if (!rules.isArray() || rules.isEmpty()) {
      problems.error(
          path,
          "must be a list of at least one rule, but is %s."
              .formatted(rules.isArray() ? "empty" : TypeName.of(rules)));
      return Optional.empty();
    }
    List<Template> templates = new ArrayList<>();
    for (int index = 0; index < rules.size(); index++) {
      String place = "[%d]".formatted(index);
      Section.of(rules.get(index), path + place, problems)
          .flatMap(rule -> rule(rule, field + place))
          .ifPresent(templates::add);
    }
    return Optional.of(new Elements(templates));
  }

  private Optional<Template> rule(Section rule, String field) {
    if (rule.value("rules").isPresent()) {
      return search(rule, field);
    }
    Map<String, Template> templates = new LinkedHashMap<>();
    addLeaf(rule, "property", field, templates);
    addLeaf(rule, "operator", field, templates);
    // Operators such as isEmpty take no value.
    rule.value("value")
        .flatMap(value -> nested(value, rule.path("value"), field + ".value"))
        .ifPresent(value -> templates.put("value", value));
    rule.warnOfUnknownKeys();
    return Optional.of(new Fields(templates));
  }

  private void addLeaf(Section section, String key, String field, Map<String, Template> templates) {
    section
        .required(key)
        .flatMap(value -> leaf(value, section.path(key), field + "." + key))
        .ifPresent(leaf -> templates.put(key, leaf));
  }
}
