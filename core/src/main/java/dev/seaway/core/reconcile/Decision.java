package dev.seaway.core.reconcile;

/**
 * What becomes of the entities of one blueprint that the catalog holds and the run has not seen.
 */
public sealed interface Decision {

  String blueprint();

  /** They go. */
  record Delete(String blueprint, long deleted) implements Decision {}

  /**
   * They stay.
   *
   * @param doubtful true where the catalog may now hold entities that are gone at the tool, so that
   *     the run is not complete
   */
  record Keep(String blueprint, long kept, String reason, boolean doubtful) implements Decision {}
}
