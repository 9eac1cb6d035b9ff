package dev.seaway.core.reconcile;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether what depends on deleted entities may go along. The catalog then deletes all that
 * relates to them, directly or over others, so none of that can be an entity that stays: one that
 * the tool still has, or one that was decided to be kept.
 */
final class Dependents {

  private final BlueprintRelations relations;
  private final RunFindings findings;
  private final Set<String> kept = new HashSet<>();

  Dependents(BlueprintRelations relations, RunFindings findings) {
    this.relations = relations;
    this.findings = findings;
  }

  /** Takes note of what stays. */
  void note(Decision decision) {
    if (decision instanceof Decision.Keep keep) {
      kept.add(keep.blueprint());
    }
  }

  boolean mayGo(String blueprint) {
    return findings.isWhole()
        && findings.seen().blueprints().stream().noneMatch(seen -> isInDanger(seen, blueprint))
        && kept.stream().noneMatch(stays -> relations.lead(stays, blueprint));
  }

  /**
   * A relation that this run wrote is known not to name what is deleted. One that the mapping does
   * not set keeps what the catalog holds, and a way over a third entity is not known either.
   */
  private boolean isInDanger(String seen, String deleted) {
    for (Map.Entry<String, String> relation : relations.of(seen).entrySet()) {
      boolean unknown =
          relation.getValue().equals(deleted)
              && !findings.seen().alwaysSets(seen, relation.getKey());
      if (unknown || relations.lead(relation.getValue(), deleted)) {
        return true;
      }
    }
    return false;
  }
}
