package dev.seaway.jq;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the fields of its input that an expression reads. It knows the forms that identifiers have,
 * and takes all others to read anything.
 */
final class InputFields {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=");

  private InputFields() {}

  /** Empty where the expression may read any field. */
  static Optional<Set<String>> of(Ast ast) {
    return switch (ast) {
      case Ast.Constant _, Ast.Variable _ -> Optional.of(Set.of());
      case Ast.Index(Ast.Self _, Ast.Constant(var key)) when key.isTextual() ->
          Optional.of(Set.of(key.textValue()));
      case Ast.Index(Ast target, Ast key) -> all(target, key);
      case Ast.Slice(Ast target, Optional<Ast> from, Optional<Ast> to) ->
          all(Stream.concat(Stream.of(target), Stream.concat(from.stream(), to.stream())).toList());
      case Ast.Each(Ast target) -> of(target);
      case Ast.ArrayOf(Optional<Ast> body) -> all(body.stream().toList());
      case Ast.ObjectOf(List<Ast.Entry> entries) ->
          all(entries.stream().flatMap(entry -> Stream.of(entry.key(), entry.value())).toList());
      case Ast.Negation(Ast body) -> of(body);
      case Ast.Pipe(Ast.Self _, Ast right) -> of(right);
      // What stands behind a pipe sees nothing of the input but what the left side gives it.
      case Ast.Pipe(Ast left, Ast _) -> of(left);
      case Ast.Comma(Ast left, Ast right) -> all(left, right);
      case Ast.Binary(String operator, Ast left, Ast right) ->
          operator.endsWith("=") && !COMPARISONS.contains(operator)
              ? Optional.empty()
              : all(left, right);
      case Ast.If(Ast condition, Ast yes, Optional<Ast> no) when no.isPresent() ->
          all(condition, yes, no.get());
      case Ast.Try(Ast body, Optional<Ast> handler) ->
          all(Stream.concat(Stream.of(body), handler.stream()).toList());
      case Ast.Interpolation(String _, List<Ast> parts, Place _) -> all(parts);
      case Ast.Self _,
          Ast.Format _,
          Ast.If _,
          Ast.Reduce _,
          Ast.Foreach _,
          Ast.Bind _,
          Ast.Definition _,
          Ast.Call _,
          Ast.Label _,
          Ast.Break _ ->
          Optional.empty();
    };
  }

  private static Optional<Set<String>> all(Ast... parts) {
    return all(List.of(parts));
  }

  private static Optional<Set<String>> all(List<Ast> parts) {
    Set<String> fields = new HashSet<>();
    for (Ast part : parts) {
      Optional<Set<String>> read = of(part);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      fields.addAll(read.get());
    }
    return Optional.of(fields);
  }
}
