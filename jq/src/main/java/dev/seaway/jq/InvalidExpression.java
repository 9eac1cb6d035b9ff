package dev.seaway.jq;

import dev.seaway.jq.text.Shown;

/** An expression that is not valid jq, or that uses what a mapping may not use. */
public final class InvalidExpression extends RuntimeException {

  /** An expression, and what is wrong with it. */
  public InvalidExpression(String expression, String reason) {
    super("`%s` is not a valid jq expression: %s".formatted(Shown.shortened(expression), reason));
  }
}
