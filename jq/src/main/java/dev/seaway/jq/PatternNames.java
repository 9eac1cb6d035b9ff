package dev.seaway.jq;

import dev.seaway.jq.Ast.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variables that patterns bind, each once, in the order in which they stand. */
final class PatternNames {

  private PatternNames() {}

  static List<String> of(List<Pattern> patterns) {
    Set<String> names = new LinkedHashSet<>();
    patterns.forEach(pattern -> collect(pattern, names));
    return new ArrayList<>(names);
  }

  private static void collect(Pattern pattern, Set<String> names) {
    switch (pattern) {
      case Pattern.Name(String name) -> names.add(name);
      case Pattern.Elements(List<Pattern> patterns) ->
          patterns.forEach(inner -> collect(inner, names));
      case Pattern.Fields(List<Pattern.Field> fields) ->
          fields.forEach(
              field -> {
                field.variable().ifPresent(names::add);
                field.pattern().ifPresent(inner -> collect(inner, names));
              });
    }
  }
}
