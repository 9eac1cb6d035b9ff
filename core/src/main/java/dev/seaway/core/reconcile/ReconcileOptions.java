package dev.seaway.core.reconcile;

import java.util.Map;

/**
 * How much may be deleted.
 *
 * @param threshold largest share that may go, per blueprint and overall: 0 never, 1 always
 * @param inferredThreshold largest share of a blueprint that may go where the end of a list that
 *     feeds it is only inferred; five entities may always go
 * @param deleteDependents whether what relates to a deleted entity goes too; obeyed only after a
 *     run without any doubt
 * @param confirmed blueprint to the number of its entities that the user has confirmed to be gone
 */
public record ReconcileOptions(
    double threshold,
    double inferredThreshold,
    boolean deleteDependents,
    Map<String, Integer> confirmed) {

  /** The share that may go on an inferred end, unless the user says otherwise. */
  public static final double INFERRED_THRESHOLD = 0.2;

  public ReconcileOptions {
    confirmed = Map.copyOf(confirmed);
  }

  /** Where the user has said nothing of inferred ends, and confirmed nothing. */
  public ReconcileOptions(double threshold, boolean deleteDependents) {
    this(threshold, INFERRED_THRESHOLD, deleteDependents, Map.of());
  }

  boolean isConfirmed(String blueprint, long unseen) {
    return unseen <= confirmed.getOrDefault(blueprint, 0);
  }
}
