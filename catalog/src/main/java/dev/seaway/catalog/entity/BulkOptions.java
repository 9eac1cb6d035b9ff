package dev.seaway.catalog.entity;

import java.time.Instant;

/**
 * How entities are to be written.
 *
 * @param upsert whether an entity that exists may be written
 * @param merge whether it keeps what is not named in the write
 * @param createMissing whether missing targets of relations are created, bare
 * @param datasource who writes: the User-Agent of the call
 * @param now when
 */
public record BulkOptions(
    boolean upsert, boolean merge, boolean createMissing, String datasource, Instant now) {}
