package dev.seaway.mapping.jq;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.thisptr.jackson.jq.internal.javacc.Token;

/**
 * The names that a valid expression uses and defines. Functions carry their number of arguments:
 * {@code test/1}.
 *
 * <p>Where a name is visible is not looked at: a name that is defined anywhere counts as defined
 * everywhere. What slips through fails when it is evaluated.
 *
 * @param functions called and not defined by the expression itself
 * @param variables used and not bound by the expression itself
 * @param formats used, without the {@code @}
 * @param modules whether modules are imported or named
 */
record Names(Set<String> functions, Set<String> variables, Set<String> formats, boolean modules) {

  static Names in(List<Token> tokens) {
    return new NameScan(tokens).names();
  }

  static Names of(
      Set<String> calls,
      Set<String> definitions,
      Set<String> variables,
      Set<String> bindings,
      Set<String> formats,
      boolean modules) {
    return new Names(without(calls, definitions), without(variables, bindings), formats, modules);
  }

  private static Set<String> without(Set<String> used, Set<String> known) {
    Set<String> open = new LinkedHashSet<>(used);
    open.removeAll(known);
    return Collections.unmodifiableSet(open);
  }
}
