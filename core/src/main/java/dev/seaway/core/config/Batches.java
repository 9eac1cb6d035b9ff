package dev.seaway.core.config;

/**
 * How much goes to the catalog in one request.
 *
 * @param upsertMaxLength entities of one upsert
 * @param upsertMaxBytes size of the body of one upsert
 * @param deleteMaxLength entities of one deletion
 */
public record Batches(int upsertMaxLength, int upsertMaxBytes, int deleteMaxLength) {}
