package dev.seaway.jq;

import dev.seaway.jq.text.Shown;

/** An expression that met a value it cannot work on. Holds no stack trace: it is data's fault. */
public final class EvaluationFailed extends RuntimeException {

  private final String expression;
  private final String reason;
  private final String plainReason;
  private final boolean isOverBudget;

  /**
   * A failure.
   *
   * @param reason may show the beginning of a value
   * @param plainReason shows none
   */
  public EvaluationFailed(String expression, String reason, String plainReason, Throwable cause) {
    this(expression, reason, plainReason, false, cause);
  }

  EvaluationFailed(
      String expression, String reason, String plainReason, boolean isOverBudget, Throwable cause) {
    super("`%s` failed: %s".formatted(Shown.shortened(expression), reason), cause, false, false);
    this.expression = expression;
    this.reason = reason;
    this.plainReason = plainReason;
    this.isOverBudget = isOverBudget;
  }

  /** Whether it was ended at a limit, so that nothing is known of what it would have given. */
  public boolean isOverBudget() {
    return isOverBudget;
  }

  /** The whole expression, as the user wrote it. */
  public String expression() {
    return expression;
  }

  /** What went wrong, without the expression. It may show the beginning of a value. */
  public String reason() {
    return reason;
  }

  /** What went wrong, without the expression and without the record's values. */
  public String plainReason() {
    return plainReason;
  }
}
