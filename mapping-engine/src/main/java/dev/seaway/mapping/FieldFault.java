package dev.seaway.mapping;

/**
 * A field of an entity that could not be computed and is sent as null.
 *
 * @param field which one: {@code title}, {@code properties.status}
 * @param expression the jq of that field
 * @param message what went wrong
 */
public record FieldFault(String field, String expression, String message) {}
