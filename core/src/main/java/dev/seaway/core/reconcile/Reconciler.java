package dev.seaway.core.reconcile;

import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityDeleter.Deletion;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.reconcile.Decision.Delete;
import dev.seaway.core.reconcile.Decision.Keep;
import dev.seaway.core.reconcile.Objections.Objection;
import dev.seaway.core.reconcile.RunFindings.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * Deletes what the catalog holds of this integration and the tool no longer has. An entity goes
 * only when nothing speaks for it: its key was not seen, no seen entity relates to it, it was last
 * written before the run, everything that feeds its blueprint was read to its end and mapped, and
 * the share to delete is within the threshold.
 */
public final class Reconciler {

  private static final int GATHERED_LIMIT = 100_000;

  private final CatalogClient catalog;
  private final KnownEntities known;
  private final EntityDeleter deleter;
  private final ReconcileOptions options;
  private final ObjIntConsumer<String> deleting;

  /**
   * @param deleting told the blueprint and the number before anything is deleted
   */
  public Reconciler(
      CatalogClient catalog,
      KnownEntities known,
      EntityDeleter deleter,
      ReconcileOptions options,
      ObjIntConsumer<String> deleting) {
    this.catalog = catalog;
    this.known = known;
    this.deleter = deleter;
    this.options = options;
    this.deleting = deleting;
  }

  /** What would be deleted by these findings. Whoever can may look for it once more. */
  public DeletionPlan plan(RunFindings findings) {
    BlueprintRelations relations = new BlueprintRelations(catalog);
    CatalogDiff candidates = candidates(findings, relations);
    return new DeletionPlan(
        candidates,
        relations,
        findings.seen(),
        Objections.of(candidates, findings, options, relations, Map.of()));
  }

  /**
   * Decides for every blueprint that holds unseen entities, and deletes what may go: nothing but
   * what was planned. Each decision is handed over once it has taken effect, so that none is lost
   * where the catalog fails later.
   *
   * @param findings may hold more than those of the plan
   */
  public void reconcile(DeletionPlan deletions, RunFindings findings, Consumer<Decision> decided) {
    CatalogDiff candidates = deletions.candidates();
    Dependents dependents = new Dependents(deletions.relations(), findings);
    Consumer<Decision> decisions = decided.andThen(dependents::note);
    candidates
        .stillRelated()
        .forEach(
            (blueprint, count) ->
                decisions.accept(
                    new Keep(blueprint, count, "entities that still exist relate to them", false)));
    Map<String, Objection> objections =
        Objections.of(
            candidates, findings, options, deletions.relations(), deletions.lastingObjections());
    List<String> approved = approved(candidates, objections, decisions);
    for (String blueprint : DependentsFirst.order(approved, deletions.relations())) {
      boolean together = options.deleteDependents() && dependents.mayGo(blueprint);
      delete(
          blueprint,
          candidates,
          findings.seen(),
          new Going(Optional.ofNullable(objections.get(blueprint)), together),
          decisions);
    }
  }

  /**
   * Which of the gathered entities of a blueprint go.
   *
   * @param objection by which only those go that the tool denies by name
   * @param together whether what depends on them goes along
   */
  private record Going(Optional<Objection> objection, boolean together) {}

  private CatalogDiff candidates(RunFindings findings, BlueprintRelations relations) {
    RelationTargets targets = new RelationTargets(relations, findings.seen());
    CatalogDiff.Rules rules =
        new CatalogDiff.Rules(
            targets::contains,
            blueprint -> findings.doubt(blueprint, Doubt.Grade.ALL).isEmpty(),
            GATHERED_LIMIT);
    CatalogDiff candidates = new CatalogDiff(findings.seen(), rules);
    known.writtenBefore(findings.start(), candidates::count);
    return candidates;
  }

  /** The blueprints of which at least something may go. */
  private static List<String> approved(
      CatalogDiff candidates, Map<String, Objection> objections, Consumer<Decision> decisions) {
    List<String> approved = new ArrayList<>();
    for (String blueprint : candidates.blueprints()) {
      Objection objection = objections.get(blueprint);
      if (objection == null || (objection.exceptDenied() && candidates.denied(blueprint) > 0)) {
        approved.add(blueprint);
      } else {
        decisions.accept(
            new Keep(
                blueprint, candidates.unseen(blueprint), objection.reason(), objection.doubtful()));
      }
    }
    return approved;
  }

  private void delete(
      String blueprint,
      CatalogDiff candidates,
      SeenEntities seen,
      Going going,
      Consumer<Decision> decisions) {
    List<EntityKey> gathered =
        candidates.gathered(blueprint).stream().map(id -> new EntityKey(blueprint, id)).toList();
    long postponed = candidates.unseen(blueprint) - gathered.size();
    keep(
        blueprint,
        postponed,
        "one run deletes at most " + GATHERED_LIMIT + " entities; the next run goes on",
        decisions);
    List<EntityKey> unanswered = gathered.stream().filter(candidates::isKept).toList();
    keep(
        blueprint,
        unanswered.size(),
        "the tool was asked for each by name, and has not said that they are gone",
        decisions);
    List<EntityKey> wanted =
        gathered.stream()
            .filter(key -> !candidates.isKept(key))
            .filter(key -> going.objection().isEmpty() || candidates.isDenied(key))
            .toList();
    going
        .objection()
        .ifPresent(
            objection ->
                keep(
                    blueprint,
                    (long) gathered.size() - unanswered.size() - wanted.size(),
                    objection.reason(),
                    decisions));
    try (EventGuard.Claim claim = seen.claimToDelete(wanted)) {
      List<String> identifiers =
          claim.keys().stream()
              .filter(candidates::isStillUnseen)
              .map(EntityKey::identifier)
              .toList();
      if (!identifiers.isEmpty() || wanted.size() == gathered.size()) {
        delete(blueprint, identifiers, going.together(), decisions);
      }
    }
  }

  private static void keep(
      String blueprint, long count, String reason, Consumer<Decision> decisions) {
    if (count > 0) {
      decisions.accept(new Keep(blueprint, count, reason, true));
    }
  }

  private void delete(
      String blueprint,
      List<String> identifiers,
      boolean dependents,
      Consumer<Decision> decisions) {
    deleting.accept(blueprint, identifiers.size());
    Deletion deletion = deleter.delete(blueprint, identifiers, dependents);
    decisions.accept(new Delete(blueprint, deletion.deleted()));
    if (!deletion.refusals().isEmpty()) {
      String reason = "the catalog refused: " + deletion.refusals().getFirst();
      decisions.accept(new Keep(blueprint, deletion.refusals().size(), reason, true));
    }
    deletion
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }
}
