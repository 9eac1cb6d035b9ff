package dev.seaway.mapping;

import dev.seaway.jq.EvaluationFailed;

/**
 * A field of an entity that could not be computed.
 *
 * @param field which one: {@code title}, {@code properties.status}
 * @param expression the jq of that field
 * @param message what went wrong
 * @param isHeldBack whether the field is not sent, for nobody knows its value: the mapping is wrong
 *     there, or the evaluation was ended at a limit; else it is sent as null
 */
public record FieldFault(String field, String expression, String message, boolean isHeldBack) {

  /** A fault in the data of one record. */
  public FieldFault(String field, String expression, String message) {
    this(field, expression, message, false);
  }

  static FieldFault of(String field, EvaluationFailed failure) {
    return new FieldFault(
        field, failure.expression(), failure.plainReason(), failure.isOverBudget());
  }

  static FieldFault heldBack(String field, String expression, String message) {
    return new FieldFault(field, expression, message, true);
  }
}
