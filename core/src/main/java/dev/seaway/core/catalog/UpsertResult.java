package dev.seaway.core.catalog;

import dev.seaway.mapping.Entity;

/** What became of one entity that was to be written. */
public sealed interface UpsertResult {

  Entity entity();

  /**
   * The catalog has it. The identifier is the catalog's, for an entity may be named by a search.
   */
  record Written(Entity entity, String identifier, boolean created) implements UpsertResult {}

  /**
   * Nothing was sent: the catalog had it already, with the same values, or from a live event that
   * is newer than this run.
   */
  record Unchanged(Entity entity) implements UpsertResult {}

  /**
   * The catalog refused this entity alone.
   *
   * @param missingRelation true where it relates to an entity that does not exist (yet)
   */
  record Refused(Entity entity, int status, String message, boolean missingRelation)
      implements UpsertResult {

    /** False where the catalog would have taken no other entity either, or did not say anything. */
    public boolean isOfThisEntity() {
      return switch (status) {
        case 200, 401, 403, 408, 425, 429 -> false;
        default -> status < 500;
      };
    }
  }
}
