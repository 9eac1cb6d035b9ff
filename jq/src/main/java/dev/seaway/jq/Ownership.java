package dev.seaway.jq;

import java.util.List;
import java.util.Set;

/**
 * Says whether the update of a {@code reduce} may change the state in place, so that a fold over n
 * items does not copy the state n times. It may where no part of the state can end up anywhere but
 * in the state: what is put into it is made of variables and constants only, and each update has
 * one path, which is known before anything is changed.
 */
final class Ownership {

  private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "//=");

  private Ownership() {}

  static boolean inPlace(Ast update) {
    return switch (update) {
      case Ast.Self() -> true;
      case Ast.Pipe(Ast left, Ast right) -> inPlace(left) && inPlace(right);
      case Ast.If(Ast condition, Ast yes, var no) ->
          question(condition) && inPlace(yes) && (no.isEmpty() || inPlace(no.get()));
      case Ast.Binary(String operator, Ast left, Ast right) when operator.equals("+") ->
          left instanceof Ast.Self && blind(right);
      case Ast.Binary(String operator, Ast left, Ast right) ->
          ASSIGNMENTS.contains(operator) && path(left) && blind(right);
      default -> false;
    };
  }

  private static boolean path(Ast ast) {
    return ast instanceof Ast.Index(Ast target, Ast key)
        && (target instanceof Ast.Self || path(target))
        && blind(key);
  }

  /** Of an answer only the truth is used. Assignments are left out: they are seldom and costly. */
  private static boolean question(Ast ast) {
    return switch (ast) {
      case Ast.Binary(String operator, Ast left, Ast right) ->
          !ASSIGNMENTS.contains(operator) && question(left) && question(right);
      case Ast.Call(String name, List<Ast> arguments, Place place) ->
          Set.of("has", "not", "length", "type").contains(name)
              && arguments.stream().allMatch(Ownership::blind);
      case Ast.Pipe(Ast left, Ast right) -> question(left) && question(right);
      default -> ast instanceof Ast.Self || path(ast) || blind(ast);
    };
  }

  /** Whether it has one output at most and does not look at its input. */
  private static boolean blind(Ast ast) {
    return switch (ast) {
      case Ast.Constant constant -> true;
      case Ast.Variable variable -> true;
      case Ast.Index(Ast target, Ast key) -> blind(target) && blind(key);
      case Ast.ArrayOf(var body) -> body.isEmpty() || blind(body.get());
      case Ast.ObjectOf(List<Ast.Entry> entries) ->
          entries.stream().allMatch(entry -> blind(entry.key()) && blind(entry.value()));
      case Ast.Binary(String operator, Ast left, Ast right) ->
          !operator.endsWith("=") && blind(left) && blind(right);
      case Ast.Interpolation text -> text.parts().stream().allMatch(Ownership::blind);
      case Ast.Pipe(Ast left, Ast right) ->
          blind(left)
              && (right instanceof Ast.Self
                  || path(right)
                  || (right instanceof Ast.Call(String name, List<Ast> arguments, Place place)
                      && name.equals("tostring")
                      && arguments.isEmpty()));
      default -> false;
    };
  }
}
