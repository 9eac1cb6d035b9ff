package dev.seaway.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows an expression through its input. Where it goes through lists or computes, the way is lost
 * and the names alone are known.
 */
final class InputPaths {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=");

  /** Functions that give their input, or nothing. */
  private static final Set<String> FILTERS =
      Set.of(
          "select",
          "values",
          "nulls",
          "booleans",
          "numbers",
          "strings",
          "arrays",
          "objects",
          "iterables",
          "scalars");

  /** Functions that give outputs of their last argument. */
  private static final Set<String> CHOICES = Set.of("first", "last", "limit", "nth", "skip");

  /** An expression may make more and longer ways than anybody means. */
  private static final int MOST = 100;

  private static final int LONGEST = 50;

  private static final Set<Way> LOST = Set.of(new Way(List.of(), false));

  /**
   * A way into the input.
   *
   * @param exact whether it is known to the end
   */
  private record Way(List<String> names, boolean exact) {

    Way to(String name) {
      if (names.size() >= LONGEST) {
        return new Way(List.of(name), false);
      }
      List<String> further = new ArrayList<>(names);
      further.add(name);
      return new Way(List.copyOf(further), exact);
    }

    Way lost() {
      return exact ? new Way(names, false) : this;
    }
  }

  private final Set<List<String>> paths = new LinkedHashSet<>();
  private final Set<Way> read = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, Set<Way>> variables = new HashMap<>();

  private InputPaths() {}

  static ReadPaths of(Ast ast) {
    InputPaths found = new InputPaths();
    try {
      found.use(found.outputs(ast, Set.of(new Way(List.of(), true))));
      return new ReadPaths(found.paths, found.names, found.isPlain());
    } catch (StackOverflowError _) {
      // The compiler needs less of the stack for each level.
      return new ReadPaths(found.paths, found.names, false);
    }
  }

  private boolean isPlain() {
    return read.stream().allMatch(way -> way.exact() && isOnTheWay(way.names()));
  }

  private boolean isOnTheWay(List<String> way) {
    return paths.stream()
        .anyMatch(path -> path.size() >= way.size() && path.subList(0, way.size()).equals(way));
  }

  /** Where the outputs lie. */
  private Set<Way> outputs(Ast ast, Set<Way> in) {
    return switch (ast) {
      case Ast.Self _ -> in;
      case Ast.Constant _, Ast.Format _, Ast.Break _ -> LOST;
      case Ast.Variable(String name, Place _) -> variables.getOrDefault(name, LOST);
      case Ast.Index(Ast target, Ast key) -> index(outputs(target, in), key, in);
      case Ast.Slice(Ast target, Optional<Ast> from, Optional<Ast> to) -> {
        compute(Stream.concat(from.stream(), to.stream()), in);
        yield outputs(target, in);
      }
      case Ast.Each(Ast target) -> use(outputs(target, in));
      case Ast.ArrayOf(Optional<Ast> body) ->
          body.map(elements -> use(outputs(elements, in))).orElse(LOST);
      case Ast.ObjectOf(List<Ast.Entry> entries) -> {
        compute(entries.stream().map(Ast.Entry::key), in);
        yield gather(entries.stream().map(Ast.Entry::value), in);
      }
      case Ast.Interpolation(String _, List<Ast> parts, Place _) -> compute(parts.stream(), in);
      case Ast.Negation(Ast body) -> compute(Stream.of(body), in);
      case Ast.Pipe(Ast left, Ast right) -> outputs(right, outputs(left, in));
      case Ast.Comma(Ast left, Ast right) -> either(left, right, in);
      case Ast.Binary(String operator, Ast left, Ast right) -> binary(operator, left, right, in);
      case Ast.If(Ast condition, Ast yes, Optional<Ast> no) -> {
        compute(Stream.of(condition), in);
        yield either(yes, no.orElseGet(Ast.Self::new), in);
      }
      case Ast.Try(Ast body, Optional<Ast> handler) -> {
        compute(handler.stream(), LOST);
        yield outputs(body, in);
      }
      case Ast.Reduce(Ast source, List<Ast.Pattern> patterns, Ast start, Ast update) -> {
        bind(patterns, use(outputs(source, in)));
        yield gather(Stream.of(update), use(outputs(start, in)));
      }
      case Ast.Foreach(
              Ast source,
              List<Ast.Pattern> patterns,
              Ast start,
              Ast update,
              Optional<Ast> extract) -> {
        bind(patterns, use(outputs(source, in)));
        Set<Way> updated = gather(Stream.of(update), use(outputs(start, in)));
        yield gather(extract.stream(), updated);
      }
      case Ast.Bind(Ast source, List<Ast.Pattern> patterns, Ast body) -> {
        bind(patterns, outputs(source, in));
        yield outputs(body, in);
      }
      case Ast.Definition(String _, List<Ast.Parameter> _, Ast definition, Ast body) -> {
        compute(Stream.of(definition), LOST);
        yield outputs(body, in);
      }
      case Ast.Call(String name, List<Ast> arguments, Place _) -> call(name, arguments, in);
      case Ast.Label(String _, Ast body) -> outputs(body, in);
    };
  }

  /** What is read to compute something else. */
  private Set<Way> compute(Stream<Ast> parts, Set<Way> in) {
    parts.forEach(part -> outputs(part, in));
    return LOST;
  }

  /** What goes into another value. */
  private Set<Way> gather(Stream<Ast> parts, Set<Way> in) {
    parts.forEach(part -> use(outputs(part, in)));
    return LOST;
  }

  private Set<Way> either(Ast one, Ast other, Set<Way> in) {
    Set<Way> all = new LinkedHashSet<>(outputs(one, in));
    all.addAll(outputs(other, in));
    return all.size() > MOST ? use(all) : all;
  }

  private Set<Way> binary(String operator, Ast left, Ast right, Set<Way> in) {
    if (operator.equals("//")) {
      return either(left, right, in);
    }
    if (operator.endsWith("=") && !COMPARISONS.contains(operator)) {
      Set<Way> changed = use(outputs(left, in));
      gather(Stream.of(right), operator.equals("|=") ? changed : in);
      return use(in);
    }
    return operator.equals("+") || operator.equals("-")
        ? gather(Stream.of(left, right), in)
        : compute(Stream.of(left, right), in);
  }

  private Set<Way> index(Set<Way> targets, Ast key, Set<Way> in) {
    if (key instanceof Ast.Constant(JsonNode name) && name.isTextual()) {
      return step(targets, name.textValue());
    }
    compute(Stream.of(key), in);
    return use(targets);
  }

  private Set<Way> step(Set<Way> from, String name) {
    Set<Way> to = new LinkedHashSet<>();
    from.forEach(way -> to.add(way.to(name)));
    names.add(name);
    read.addAll(to);
    return to;
  }

  /** Whatever follows lies somewhere in these values. */
  private Set<Way> use(Set<Way> values) {
    Set<Way> lost = new LinkedHashSet<>();
    for (Way way : values) {
      if (way.exact() && !way.names().isEmpty()) {
        paths.add(way.names());
      }
      lost.add(way.lost());
    }
    return lost.size() > MOST ? LOST : lost;
  }

  private Set<Way> call(String name, List<Ast> arguments, Set<Way> in) {
    if (FILTERS.contains(name)) {
      compute(arguments.stream(), in);
      return in;
    }
    if (CHOICES.contains(name) && !arguments.isEmpty()) {
      compute(arguments.stream().limit(arguments.size() - 1L), in);
      return outputs(arguments.getLast(), in);
    }
    if (name.equals("getpath") && arguments.size() == 1) {
      Optional<List<String>> path = constants(arguments.getFirst());
      if (path.isPresent()) {
        Set<Way> ways = in;
        for (String step : path.get()) {
          ways = step(ways, step);
        }
        return ways;
      }
    }
    Set<Way> used = use(in);
    gather(arguments.stream(), used);
    return used;
  }

  /** The texts of a list such as {@code ["a", "b"]}. */
  private static Optional<List<String>> constants(Ast ast) {
    List<String> texts = new ArrayList<>();
    Ast rest = ast instanceof Ast.ArrayOf(Optional<Ast> body) ? body.orElse(ast) : ast;
    while (rest instanceof Ast.Comma(Ast left, Ast right)) {
      if (!addText(right, texts)) {
        return Optional.empty();
      }
      rest = left;
    }
    return addText(rest, texts) ? Optional.of(texts.reversed()) : Optional.empty();
  }

  private static boolean addText(Ast ast, List<String> texts) {
    return ast instanceof Ast.Constant(JsonNode value)
        && value.isTextual()
        && texts.add(value.textValue());
  }

  private void bind(List<Ast.Pattern> patterns, Set<Way> values) {
    patterns.forEach(pattern -> bind(pattern, values));
  }

  private void bind(Ast.Pattern pattern, Set<Way> values) {
    switch (pattern) {
      case Ast.Pattern.Name(String name) -> bind(name, values);
      case Ast.Pattern.Elements(List<Ast.Pattern> elements) -> bind(elements, use(values));
      case Ast.Pattern.Fields(List<Ast.Pattern.Field> fields) ->
          fields.forEach(
              field -> {
                Set<Way> value = index(values, field.key(), values);
                field.variable().ifPresent(name -> bind(name, value));
                field.pattern().ifPresent(inner -> bind(inner, value));
              });
    }
  }

  /** Of a name that is bound twice, it is not known which one is meant. */
  private void bind(String name, Set<Way> values) {
    variables.merge(name, values, (one, other) -> one.equals(other) ? one : LOST);
  }
}
