package dev.seaway.core.reconcile;

/**
 * How much may be deleted.
 *
 * @param threshold largest share that may go, per blueprint and overall: 0 never, 1 always
 * @param deleteDependents whether what relates to a deleted entity goes too; obeyed only after a
 *     run without any doubt
 */
public record ReconcileOptions(double threshold, boolean deleteDependents) {}
