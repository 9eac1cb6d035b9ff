package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What was parsed: jq's grammar as data. Names are not yet looked up. */
sealed interface Ast {

  /** {@code .} */
  record Self() implements Ast {}

  /** A number, {@code true}, {@code null} or a string without interpolation. */
  record Constant(JsonNode value) implements Ast {}

  /**
   * A string with interpolations.
   *
   * @param format applied to what is interpolated, such as {@code @uri}; {@code @text} without one
   */
  record Interpolation(String format, List<Ast> parts, Place place) implements Ast {}

  /** {@code @base64}. */
  record Format(String name, Place place) implements Ast {}

  /** {@code target.key} and {@code target[key]}. */
  record Index(Ast target, Ast key) implements Ast {}

  /** {@code target[from:to]}. */
  record Slice(Ast target, Optional<Ast> from, Optional<Ast> to) implements Ast {}

  /** {@code target[]}. */
  record Each(Ast target) implements Ast {}

  /** {@code [body]}. */
  record ArrayOf(Optional<Ast> body) implements Ast {}

  /** <code>{key: value}</code>. */
  record ObjectOf(List<Entry> entries) implements Ast {}

  /** One entry of an object. */
  record Entry(Ast key, Ast value) {}

  /** {@code -body}. */
  record Negation(Ast body) implements Ast {}

  /** {@code left | right}. */
  record Pipe(Ast left, Ast right) implements Ast {}

  /** {@code left, right}. */
  record Comma(Ast left, Ast right) implements Ast {}

  /** Arithmetic, comparison, {@code and}, {@code or}, {@code //} and all assignments. */
  record Binary(String operator, Ast left, Ast right) implements Ast {}

  /** {@code if condition then yes else no end}. */
  record If(Ast condition, Ast yes, Optional<Ast> no) implements Ast {}

  /** {@code try body catch handler} and {@code body?}. */
  record Try(Ast body, Optional<Ast> handler) implements Ast {}

  /** {@code reduce source as pattern (start; update)}. */
  record Reduce(Ast source, List<Pattern> patterns, Ast start, Ast update) implements Ast {}

  /** {@code foreach source as pattern (start; update; extract)}. */
  record Foreach(Ast source, List<Pattern> patterns, Ast start, Ast update, Optional<Ast> extract)
      implements Ast {}

  /** {@code source as pattern ?// pattern | body}. */
  record Bind(Ast source, List<Pattern> patterns, Ast body) implements Ast {}

  /** {@code def name(parameters): definition; body}. */
  record Definition(String name, List<Parameter> parameters, Ast definition, Ast body)
      implements Ast {}

  /** One parameter of a function; {@code $name} is a variable as well. */
  record Parameter(String name, boolean variable) {}

  /** {@code name(arguments)}. */
  record Call(String name, List<Ast> arguments, Place place) implements Ast {}

  /** {@code $name}. */
  record Variable(String name, Place place) implements Ast {}

  /** {@code label $name | body}. */
  record Label(String name, Ast body) implements Ast {}

  /** {@code break $name}. */
  record Break(String name, Place place) implements Ast {}

  /** What a value is taken apart by. */
  sealed interface Pattern {

    /** {@code $name}. */
    record Name(String name) implements Pattern {}

    /** {@code [pattern, pattern]}. */
    record Elements(List<Pattern> patterns) implements Pattern {}

    /** <code>{key: pattern}</code>. */
    record Fields(List<Field> fields) implements Pattern {}

    /**
     * One entry of an object's pattern.
     *
     * @param variable bound to the value as a whole: {@code $key} without its dollar
     */
    record Field(Optional<String> variable, Ast key, Optional<Pattern> pattern) {}
  }
}
