package dev.seaway.core.reconcile;

import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityDeleter.Deletion;
import dev.seaway.core.catalog.EntityKey;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.reconcile.Decision.Delete;
import dev.seaway.core.reconcile.Decision.Keep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /** What would be deleted by this evidence. Whoever can may look for it once more. */
  public Prospect prospect(Evidence evidence) {
    BlueprintRelations relations = new BlueprintRelations(catalog);
    Census census = census(evidence, relations);
    return new Prospect(census, relations, evidence.seen(), objections(census, evidence, Map.of()));
  }

  /**
   * Decides for every blueprint that holds unseen entities, and deletes what may go: nothing but
   * what was in prospect. Each decision is handed over once it has taken effect, so that none is
   * lost where the catalog fails later.
   *
   * @param evidence may hold more than that of the prospect
   */
  public void reconcile(Prospect prospect, Evidence evidence, Consumer<Decision> decided) {
    Census census = prospect.census();
    Dependents dependents = new Dependents(prospect.relations(), evidence);
    Consumer<Decision> decisions = decided.andThen(dependents::note);
    census
        .stillRelated()
        .forEach(
            (blueprint, count) ->
                decisions.accept(
                    new Keep(blueprint, count, "entities that still exist relate to them", false)));
    List<String> approved =
        approved(census, objections(census, evidence, prospect.objections()), decisions);
    for (String blueprint : DependentsFirst.order(approved, prospect.relations())) {
      boolean together = options.deleteDependents() && dependents.mayGo(blueprint);
      delete(blueprint, census, evidence.seen(), together, decisions);
    }
  }

  private Census census(Evidence evidence, BlueprintRelations relations) {
    RelationTargets targets = new RelationTargets(relations, evidence.seen());
    Census.Rules rules =
        new Census.Rules(
            targets::contains, blueprint -> evidence.doubt(blueprint).isEmpty(), GATHERED_LIMIT);
    Census census = new Census(evidence.seen(), rules);
    known.writtenBefore(evidence.start(), census::count);
    return census;
  }

  /** The blueprints of which nothing speaks for the unseen entities. */
  private static List<String> approved(
      Census census, Map<String, String> objections, Consumer<Decision> decisions) {
    List<String> approved = new ArrayList<>();
    for (String blueprint : census.blueprintsWithUnseen()) {
      String objection = objections.get(blueprint);
      if (objection == null) {
        approved.add(blueprint);
      } else {
        decisions.accept(new Keep(blueprint, census.unseen(blueprint), objection, true));
      }
    }
    return approved;
  }

  /** Why unseen entities stay, by blueprint. What was objected to before stays so. */
  private Map<String, String> objections(
      Census census, Evidence evidence, Map<String, String> before) {
    Map<String, String> objections = new TreeMap<>(before);
    List<String> approved = new ArrayList<>();
    for (String blueprint : census.blueprintsWithUnseen()) {
      evidence
          .doubt(blueprint)
          .or(() -> tooMany(census.unseen(blueprint), census.known(blueprint)))
          .ifPresent(reason -> objections.putIfAbsent(blueprint, reason));
      if (!objections.containsKey(blueprint)) {
        approved.add(blueprint);
      }
    }
    long unseen = approved.stream().mapToLong(census::unseen).sum();
    tooMany(unseen, census.knownInAll())
        .ifPresent(reason -> approved.forEach(blueprint -> objections.put(blueprint, reason)));
    return objections;
  }

  private Optional<String> tooMany(long unseen, long known) {
    return unseen > known * options.threshold()
        ? Optional.of(
            "%d of %d would go, which is more than entityDeletionThreshold %s allows; set it to 1 if that is right"
                .formatted(unseen, known, options.threshold()))
        : Optional.empty();
  }

  private void delete(
      String blueprint,
      Census census,
      SeenEntities seen,
      boolean dependents,
      Consumer<Decision> decisions) {
    List<EntityKey> gathered =
        census.gathered(blueprint).stream().map(id -> new EntityKey(blueprint, id)).toList();
    long postponed = census.unseen(blueprint) - gathered.size();
    if (postponed > 0) {
      String reason =
          "one run deletes at most " + GATHERED_LIMIT + " entities; the next run goes on";
      decisions.accept(new Keep(blueprint, postponed, reason, true));
    }
    try (EventGuard.Claim claim = seen.claimToDelete(gathered)) {
      List<String> identifiers =
          claim.keys().stream().filter(census::isStillUnseen).map(EntityKey::identifier).toList();
      delete(blueprint, identifiers, dependents, decisions);
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
