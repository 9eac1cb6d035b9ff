package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.jq.InvalidExpression;
import dev.seaway.jq.Program;
import dev.seaway.jq.Programs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Compiles the expressions of one document; the same text is compiled once. */
final class Expressions {

  private final Problems problems;
  private final Programs programs;
  private final Map<String, Program> compiled = new HashMap<>();

  Expressions(Problems problems, Map<String, String> environment) {
    this.problems = problems;
    this.programs = Programs.of(environment);
  }

  Optional<Program> optional(Section section, String key) {
    return section.value(key).flatMap(value -> compile(value, section.path(key)));
  }

  Optional<Program> required(Section section, String key) {
    return section.required(key).flatMap(value -> compile(value, section.path(key)));
  }

  /**
   * YAML turns {@code true} and {@code 5} into other types than text: any scalar is an expression.
   */
  Optional<Program> compile(JsonNode value, String path) {
    if (!value.isValueNode()) {
      problems.error(path, "must be a jq expression, but is " + TypeName.of(value) + ".");
      return Optional.empty();
    }
    try {
      return Optional.of(compiled.computeIfAbsent(value.asText(), programs::compile));
    } catch (InvalidExpression e) {
      problems.error(path, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
