package dev.seaway.jq;

import dev.seaway.jq.text.NearMiss;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks names up and says what is wrong with those that do not exist. */
record Lookup(Library library, boolean environmentAllowed) {

  Code call(String name, Place place, List<Code> arguments, @Nullable Scope scope) {
    Scope.Found found = Scope.findCallable(scope, name, arguments.size());
    if (found != null) {
      Calls.Function function = found.scope().function();
      return function == null
          ? new Calls.Parameter(found.links())
          : new Calls.Call(function, found.links(), arguments);
    }
    if (name.equals("env") && arguments.isEmpty()) {
      checkEnvironment(place);
    }
    Code code = library.call(name, arguments);
    if (code == null) {
      throw unknown(name, place, arguments.size(), scope);
    }
    return code;
  }

  Code format(String name, Place place, Code of) {
    Code code = library.format(name, of);
    if (code == null) {
      throw new SyntaxFault(
          "there is no format %s.%s See %s."
              .formatted(name, NearMiss.hint(name, library.formats()), place));
    }
    return code;
  }

  Code variable(String name, Place place, @Nullable Scope scope) {
    Scope.Found found = Scope.findVariable(scope, name);
    if (found != null) {
      return new Control.Variable(found.links());
    }
    if (name.equals("ENV")) {
      checkEnvironment(place);
      return library.environment();
    }
    throw new SyntaxFault(
        "the variable $%s is not defined.%s See %s."
            .formatted(name, NearMiss.hint("$" + name, Scope.variables(scope)), place));
  }

  Code leap(String name, Place place, @Nullable Scope scope) {
    Scope.Found found = Scope.findLabel(scope, name);
    if (found == null) {
      throw new SyntaxFault("the label $%s is not defined; see %s.".formatted(name, place));
    }
    return new Control.Break(found.links());
  }

  private void checkEnvironment(Place place) {
    if (!environmentAllowed) {
      throw new SyntaxFault(
          "it reads the environment at %s, which is not allowed. To allow it, set OCEAN__ALLOW_ENVIRONMENT_VARIABLES_JQ_ACCESS=true."
              .formatted(place));
    }
  }

  private SyntaxFault unknown(String name, Place place, int arity, @Nullable Scope scope) {
    String reason = Library.ELSEWHERE.get(name);
    if (reason != null) {
      return new SyntaxFault("%s (%s) cannot be used: %s".formatted(name, place, reason));
    }
    List<String> known = new ArrayList<>(library.functions());
    known.addAll(Scope.functions(scope));
    List<String> arities =
        known.stream()
            .filter(function -> function.startsWith(name + "/"))
            .map(function -> function.substring(name.length() + 1))
            .distinct()
            .toList();
    String called =
        arity == 0
            ? name
            : name + (arity == 1 ? " with 1 argument" : " with " + arity + " arguments");
    String hint =
        arities.isEmpty()
            ? NearMiss.hint(name, known.stream().map(Lookup::bare).distinct().toList())
            : " It takes %s argument(s).".formatted(String.join(" or ", arities));
    return new SyntaxFault("there is no function %s.%s See %s.".formatted(called, hint, place));
  }

  private static String bare(String function) {
    return function.substring(0, function.lastIndexOf('/'));
  }
}
