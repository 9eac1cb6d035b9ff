package dev.seaway.mapping.jq;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import java.util.TreeSet;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.internal.functions.EnvFunction;

/**
 * The functions that an expression may call. Never changed once loaded, so that all threads share
 * it: each evaluation works in its own child scope. No module loader is set, so that no file can be
 * reached.
 */
record Builtins(Scope scope, Set<String> functions, boolean environmentAllowed) {

  static final Version VERSION = Versions.JQ_1_7;

  private static final Builtins WITHOUT_ENVIRONMENT = withoutEnvironment();
  private static final Builtins WITH_ENVIRONMENT = withEnvironment();

  static Builtins of(boolean environmentAllowed) {
    return environmentAllowed ? WITH_ENVIRONMENT : WITHOUT_ENVIRONMENT;
  }

  private static Builtins withoutEnvironment() {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().listFunctions(VERSION, scope).entrySet().stream()
        // It prints every variable and function in scope: for the library's own developers.
        .filter(function -> !function.getKey().startsWith("debug_scope/"))
        .forEach(function -> scope.addFunction(function.getKey(), function.getValue()));
    return new Builtins(scope, new TreeSet<>(scope.getLocalFunctions().keySet()), false);
  }

  private static Builtins withEnvironment() {
    JsonMapper mapper = new JsonMapper();
    Scope scope = Scope.newChildScope(WITHOUT_ENVIRONMENT.scope());
    scope.addFunction("env", 0, new EnvFunction());
    scope.setValue("ENV", () -> mapper.valueToTree(System.getenv()));
    Set<String> functions = new TreeSet<>(WITHOUT_ENVIRONMENT.functions());
    functions.add("env/0");
    return new Builtins(scope, functions, true);
  }
}
