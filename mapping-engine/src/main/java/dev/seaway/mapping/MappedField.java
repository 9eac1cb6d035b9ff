package dev.seaway.mapping;

/**
 * A field of an entity and the expression that it is computed with.
 *
 * @param field {@code title}, {@code properties.status}
 */
public record MappedField(String field, String expression) {}
