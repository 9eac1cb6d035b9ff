package dev.seaway.benchmarks.catalog;

/**
 * An entity as it was sent last. The times count from when the process began, in nanoseconds.
 *
 * @param json never changed, and entities are never compared
 * @param sequence its place in the list of all entities
 */
@SuppressWarnings("ArrayRecordComponent")
record Stored(byte[] json, String datasource, long updatedAt, int sequence) {}
