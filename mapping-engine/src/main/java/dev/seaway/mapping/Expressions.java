package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.jq.InvalidExpression;
import dev.seaway.jq.JqEngine;
import dev.seaway.jq.JqProgram;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Compiles the expressions of one document; the same text is compiled once. */
final class Expressions {

  private final Problems problems;
  private final JqEngine jq;
  private final Map<String, JqProgram> compiled;

  Expressions(Problems problems, JqEngine jq) {
    this(problems, jq, new HashMap<>());
  }

  private Expressions(Problems problems, JqEngine jq, Map<String, JqProgram> compiled) {
    this.problems = problems;
    this.jq = jq;
    this.compiled = compiled;
  }

  /** The same, which tells others of its faults. */
  Expressions tellingOf(Problems others) {
    return new Expressions(others, jq, compiled);
  }

  Optional<JqProgram> optional(Section section, String key) {
    return section.value(key).flatMap(value -> compile(value, section.path(key)));
  }

  Optional<JqProgram> required(Section section, String key) {
    return section.required(key).flatMap(value -> compile(value, section.path(key)));
  }

  /**
   * YAML turns {@code true} and {@code 5} into other types than text: any scalar is an expression.
   */
  Optional<JqProgram> compile(JsonNode value, String path) {
    if (!value.isValueNode()) {
      problems.error(path, "must be a jq expression, but is " + TypeName.of(value) + ".");
      return Optional.empty();
    }
    try {
      return Optional.of(compiled.computeIfAbsent(value.asText(), jq::compile));
    } catch (InvalidExpression e) {
      problems.error(path, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
