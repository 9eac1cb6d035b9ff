package dev.seaway.core.reconcile;

import dev.seaway.core.catalog.EntityKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What would be deleted by what a run has seen so far; nothing is deleted yet. */
public final class DeletionPlan {

  private final CatalogDiff candidates;
  private final BlueprintRelations relations;
  private final SeenEntities seen;
  private final Map<String, Objections.Objection> objections;

  /**
   * @param objections why the unseen entities of a blueprint stay
   */
  DeletionPlan(
      CatalogDiff candidates,
      BlueprintRelations relations,
      SeenEntities seen,
      Map<String, Objections.Objection> objections) {
    this.candidates = candidates;
    this.relations = relations;
    this.seen = seen;
    this.objections = Map.copyOf(objections);
  }

  /** The blueprints of which something would be deleted. */
  public Set<String> blueprints() {
    Set<String> blueprints = new TreeSet<>(candidates.blueprints());
    blueprints.removeIf(
        blueprint ->
            objections.containsKey(blueprint) && !objections.get(blueprint).exceptDenied());
    return blueprints;
  }

  /** The entities of a blueprint that would be deleted: those that were gathered. */
  public List<EntityKey> entities(String blueprint) {
    return candidates.gathered(blueprint).stream()
        .map(identifier -> new EntityKey(blueprint, identifier))
        .filter(candidates::isStillUnseen)
        .toList();
  }

  /** Takes note that the tool has an entity after all. */
  public void found(EntityKey key) {
    seen.add(key);
  }

  /** Takes note that the tool denies an entity, asked for it by name. */
  public void denied(EntityKey key) {
    candidates.deny(key);
  }

  /** Takes note that the tool has not answered whether it has an entity: it stays. */
  public void unanswered(EntityKey key) {
    candidates.keep(key);
  }

  /** Strikes off what has been seen since, and tells how many entities those are. */
  public long strikeOff() {
    return candidates.strikeOff(new RelationTargets(relations, seen)::contains);
  }

  CatalogDiff candidates() {
    return candidates;
  }

  BlueprintRelations relations() {
    return relations;
  }

  /** Those that no further evidence lifts. */
  Map<String, Objections.Objection> lastingObjections() {
    Map<String, Objections.Objection> lasting = new TreeMap<>(objections);
    lasting.values().removeIf(Objections.Objection::exceptDenied);
    return lasting;
  }
}
