package dev.seaway.jq;

import java.util.Map;

/**
 * Compiles the expressions of one mapping. They see the same environment, have the same limits and
 * share the memory for large values. Safe for all threads at once.
 */
public final class Programs implements JqEngine {

  private final boolean environmentAllowed;
  private final Machine machine;

  private Programs(boolean environmentAllowed, Machine machine) {
    this.environmentAllowed = environmentAllowed;
    this.machine = machine;
  }

  /**
   * Expressions with the usual limits.
   *
   * @param environment what {@code env} and {@code $ENV} give; empty: they may not be used
   */
  public static Programs of(Map<String, String> environment) {
    return of(environment, Limits.DEFAULT);
  }

  /**
   * Expressions with limits of their own.
   *
   * @param environment what {@code env} and {@code $ENV} give; empty: they may not be used
   */
  public static Programs of(Map<String, String> environment, Limits limits) {
    return new Programs(!environment.isEmpty(), Machine.of(environment, limits));
  }

  /** Compiles an expression; unknown functions, variables and formats are found here. */
  @Override
  public Program compile(String expression) {
    return Program.compile(expression, environmentAllowed, machine);
  }
}
