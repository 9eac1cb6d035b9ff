package dev.seaway.core.reconcile;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What would be deleted by what a run has seen so far; nothing is deleted yet. */
public final class Prospect {

  private final Census census;
  private final BlueprintRelations relations;
  private final SeenEntities seen;
  private final Map<String, String> objections;

  /**
   * @param objections why the unseen entities of a blueprint stay
   */
  Prospect(
      Census census,
      BlueprintRelations relations,
      SeenEntities seen,
      Map<String, String> objections) {
    this.census = census;
    this.relations = relations;
    this.seen = seen;
    this.objections = Map.copyOf(objections);
  }

  /** The blueprints of which something would be deleted. */
  public Set<String> blueprints() {
    Set<String> blueprints = new TreeSet<>(census.blueprintsWithUnseen());
    blueprints.removeAll(objections.keySet());
    return blueprints;
  }

  /** Strikes off what has been seen since, and tells how many entities those are. */
  public long strikeOff() {
    return census.strikeOff(new RelationTargets(relations, seen)::contains);
  }

  Census census() {
    return census;
  }

  BlueprintRelations relations() {
    return relations;
  }

  Map<String, String> objections() {
    return objections;
  }
}
