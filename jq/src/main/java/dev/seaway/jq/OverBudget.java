package dev.seaway.jq;

/** A limit was reached. Not one of jq's errors: an expression cannot catch it. */
final class OverBudget extends RuntimeException {

  OverBudget(String reason) {
    super(reason, null, false, false);
  }
}
