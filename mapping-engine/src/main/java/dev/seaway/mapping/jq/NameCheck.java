package dev.seaway.mapping.jq;

import dev.seaway.mapping.text.NearMiss;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses an expression that uses names which do not exist, or which a mapping may not use. */
record NameCheck(String expression, Builtins builtins) {

  private static final Set<String> ELSEWHERE =
      Set.of(
          "input",
          "inputs",
          "debug",
          "debug_scope",
          "stderr",
          "input_filename",
          "input_line_number",
          "halt",
          "halt_error",
          "get_search_list",
          "modulemeta");

  void check(Syntax syntax) {
    Names names = Names.in(syntax.tokens());
    if (names.modules()) {
      throw fault("modules (import, include, module, ::) cannot be used in a mapping.");
    }
    checkEnvironment(names);
    names.functions().forEach(function -> checkFunction(function, syntax));
    names.variables().forEach(this::checkVariable);
    names.formats().forEach(this::checkFormat);
  }

  private void checkEnvironment(Names names) {
    boolean used = names.functions().contains("env/0") || names.variables().contains("ENV");
    if (used && !builtins.environmentAllowed()) {
      throw fault(
          "it reads the environment, which is not allowed. To allow it, set"
              + " OCEAN__ALLOW_ENVIRONMENT_VARIABLES_JQ_ACCESS=true.");
    }
  }

  private void checkFunction(String function, Syntax syntax) {
    if (builtins.functions().contains(function)) {
      return;
    }
    String name = nameOf(function);
    if (ELSEWHERE.contains(name)) {
      throw fault(
          "%s cannot be used in a mapping: an expression sees one record and nothing else."
              .formatted(name));
    }
    throw fault(
        "there is no function %s.%s%s"
            .formatted(
                called(function),
                otherArities(name)
                    .orElseGet(() -> NearMiss.hint(name, names(builtins.functions()))),
                syntax.isOneWord() ? " For the text, quote it: '\"" + name + "\"'." : ""));
  }

  private void checkVariable(String name) {
    if (!name.equals("ENV")) {
      throw fault("the variable $%s is not defined.".formatted(name));
    }
  }

  private void checkFormat(String name) {
    if (!builtins.functions().contains("@" + name + "/0")) {
      throw fault(
          "there is no format @%s.%s"
              .formatted(name, NearMiss.hint("@" + name, names(builtins.functions()))));
    }
  }

  private Optional<String> otherArities(String name) {
    List<String> arities =
        builtins.functions().stream()
            .filter(function -> nameOf(function).equals(name))
            .map(NameCheck::arityOf)
            .toList();
    return arities.isEmpty()
        ? Optional.empty()
        : Optional.of(" It takes %s argument(s).".formatted(String.join(" or ", arities)));
  }

  private static String called(String function) {
    return switch (arityOf(function)) {
      case "0" -> nameOf(function);
      case "1" -> nameOf(function) + " with 1 argument";
      case String arity -> "%s with %s arguments".formatted(nameOf(function), arity);
    };
  }

  private static Set<String> names(Set<String> functions) {
    return functions.stream()
        .map(NameCheck::nameOf)
        .filter(name -> !name.startsWith("_"))
        .collect(Collectors.toSet());
  }

  private static String nameOf(String function) {
    return function.substring(0, function.lastIndexOf('/'));
  }

  private static String arityOf(String function) {
    return function.substring(function.lastIndexOf('/') + 1);
  }

  private InvalidExpression fault(String reason) {
    return new InvalidExpression(expression, reason);
  }
}
