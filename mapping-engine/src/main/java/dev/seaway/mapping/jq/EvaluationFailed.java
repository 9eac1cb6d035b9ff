package dev.seaway.mapping.jq;

import dev.seaway.mapping.text.Shown;

/** An expression that met a value it cannot work on. Holds no stack trace: it is data's fault. */
public final class EvaluationFailed extends RuntimeException {

  private final String expression;
  private final String reason;

  EvaluationFailed(String expression, String reason, Throwable cause) {
    super("`%s` failed: %s".formatted(Shown.shortened(expression), reason), cause, false, false);
    this.expression = expression;
    this.reason = reason;
  }

  /** The whole expression, as the user wrote it. */
  public String expression() {
    return expression;
  }

  /** What went wrong, without the expression. */
  public String reason() {
    return reason;
  }
}
