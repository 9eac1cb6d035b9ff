package dev.seaway.core.catalog;

/**
 * How entities are written.
 *
 * @param merge patches an existing entity instead of replacing it
 * @param createMissingRelated creates bare entities for relation targets that do not exist
 * @param batchLength entities of one bulk, at most 20 at Port
 * @param batchBytes bytes of one bulk, at most 1 MiB at Port
 */
public record WriteOptions(
    boolean merge, boolean createMissingRelated, int batchLength, int batchBytes) {}
