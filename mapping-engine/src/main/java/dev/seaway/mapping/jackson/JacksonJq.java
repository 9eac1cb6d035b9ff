package dev.seaway.mapping.jackson;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.jq.InvalidExpression;
import dev.seaway.jq.JqEngine;
import dev.seaway.jq.JqProgram;
import dev.seaway.jq.Program;
import dev.seaway.jq.Programs;
import java.util.Map;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * Evaluates expressions with the library jackson-jq. Nothing bounds an evaluation: one that never
 * ends, never ends. Seaway's own jq compiles each expression too, and refuses what it does not
 * know; what an expression reads of a record is found by it.
 */
public final class JacksonJq implements JqEngine {

  private static final Version VERSION = Versions.JQ_1_7;

  private final Programs own;
  private final Scope scope;

  private JacksonJq(Programs own, Scope scope) {
    this.own = own;
    this.scope = scope;
  }

  /**
   * Expressions that see an environment.
   *
   * @param environment what {@code env} and {@code $ENV} give; empty: they may not be used
   */
  public static JacksonJq of(Map<String, String> environment) {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(VERSION, scope);
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    environment.forEach(variables::put);
    // The library's own env reads the whole environment of the process.
    scope.addFunction("env", 0, (_, _, _, path, output, _) -> output.emit(variables, path));
    scope.setValue("ENV", variables);
    return new JacksonJq(Programs.of(environment), scope);
  }

  @Override
  public JqProgram compile(String expression) {
    Program program = own.compile(expression);
    try {
      return new JacksonProgram(program, JsonQuery.compile(program.standardText(), VERSION), scope);
    } catch (JsonQueryException e) {
      throw new InvalidExpression(
          expression, "jackson-jq does not read it: " + e.getOriginalMessage());
    }
  }
}
