package dev.seaway.mapping;

/**
 * A field of an entity that could not be computed.
 *
 * @param field which one: {@code title}, {@code properties.status}
 * @param expression the jq of that field
 * @param message what went wrong
 * @param isHeldBack whether the mapping itself is wrong there, so that the field is not sent; else
 *     the record's value is, and the field is sent as null
 */
public record FieldFault(String field, String expression, String message, boolean isHeldBack) {

  /** A fault in the data of one record. */
  public FieldFault(String field, String expression, String message) {
    this(field, expression, message, false);
  }

  static FieldFault heldBack(String field, String expression, String message) {
    return new FieldFault(field, expression, message, true);
  }
}
