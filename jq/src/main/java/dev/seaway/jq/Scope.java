package dev.seaway.jq;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression sees at one place: a chain that mirrors {@link Env} link by link.
 *
 * @param kind what the link stands for
 * @param arity of a function
 * @param function set for functions
 */
record Scope(
    @Nullable Scope outer, Kind kind, String name, int arity, Calls.@Nullable Function function) {

  /** What a name stands for. */
  enum Kind {
    VARIABLE,
    PARAMETER,
    FUNCTION,
    LABEL
  }

  /** A name that was found, so many links up. */
  record Found(Scope scope, int links) {}

  static Scope variable(@Nullable Scope outer, String name) {
    return new Scope(outer, Kind.VARIABLE, name, 0, null);
  }

  static Scope parameter(@Nullable Scope outer, String name) {
    return new Scope(outer, Kind.PARAMETER, name, 0, null);
  }

  static Scope label(@Nullable Scope outer, String name) {
    return new Scope(outer, Kind.LABEL, name, 0, null);
  }

  static Scope function(@Nullable Scope outer, String name, int arity, Calls.Function function) {
    return new Scope(outer, Kind.FUNCTION, name, arity, function);
  }

  static @Nullable Found findVariable(@Nullable Scope from, String name) {
    return find(from, name, 0, Kind.VARIABLE, Kind.VARIABLE);
  }

  static @Nullable Found findLabel(@Nullable Scope from, String name) {
    return find(from, name, 0, Kind.LABEL, Kind.LABEL);
  }

  static @Nullable Found findCallable(@Nullable Scope from, String name, int arity) {
    return find(from, name, arity, Kind.FUNCTION, Kind.PARAMETER);
  }

  private static @Nullable Found find(
      @Nullable Scope from, String name, int arity, Kind one, Kind other) {
    int links = 0;
    for (Scope at = from; at != null; at = at.outer, links++) {
      boolean kind = at.kind == one || at.kind == other;
      if (kind && at.arity == arity && at.name.equals(name)) {
        return new Found(at, links);
      }
    }
    return null;
  }

  /** The functions in sight, as {@code name/arity}, for suggestions. */
  static TreeSet<String> functions(@Nullable Scope from) {
    TreeSet<String> names = new TreeSet<>();
    for (Scope at = from; at != null; at = at.outer) {
      if (at.kind == Kind.FUNCTION || at.kind == Kind.PARAMETER) {
        names.add(at.name + "/" + at.arity);
      }
    }
    return names;
  }

  /** The variables in sight, for suggestions. */
  static TreeSet<String> variables(@Nullable Scope from) {
    TreeSet<String> names = new TreeSet<>();
    for (Scope at = from; at != null; at = at.outer) {
      if (at.kind == Kind.VARIABLE) {
        names.add("$" + at.name);
      }
    }
    return names;
  }
}
