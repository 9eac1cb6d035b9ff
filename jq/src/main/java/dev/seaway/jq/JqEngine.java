package dev.seaway.jq;

/**
 * Compiles jq expressions: text in, compiled program out. {@link Programs} is the engine of this
 * module. Safe for all threads at once.
 */
@FunctionalInterface
public interface JqEngine {

  /**
   * Compiles an expression.
   *
   * @throws InvalidExpression with a message that names the expression and what is wrong
   */
  JqProgram compile(String expression);
}
