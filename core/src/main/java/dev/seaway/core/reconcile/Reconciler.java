package dev.seaway.core.reconcile;

import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.EntityDeleter;
import dev.seaway.core.catalog.EntityDeleter.Deletion;
import dev.seaway.core.catalog.KnownEntities;
import dev.seaway.core.reconcile.Decision.Delete;
import dev.seaway.core.reconcile.Decision.Keep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Decides for every blueprint that holds unseen entities, and deletes what may go. */
  public List<Decision> reconcile(Evidence evidence) {
    Census census = census(evidence);
    List<Decision> decisions = new ArrayList<>();
    census
        .stillRelated()
        .forEach(
            (blueprint, count) ->
                decisions.add(
                    new Keep(blueprint, count, "entities that still exist relate to them", false)));
    List<String> approved = new ArrayList<>();
    for (String blueprint : census.blueprintsWithUnseen()) {
      Optional<String> objection = objection(blueprint, census, evidence);
      if (objection.isPresent()) {
        decisions.add(new Keep(blueprint, census.unseen(blueprint), objection.get(), true));
      } else {
        approved.add(blueprint);
      }
    }
    Optional<String> objection = objection(approved, census);
    for (String blueprint : DependentsFirst.order(approved, catalog)) {
      if (objection.isPresent()) {
        decisions.add(new Keep(blueprint, census.unseen(blueprint), objection.get(), true));
      } else {
        decisions.addAll(delete(blueprint, census, evidence));
      }
    }
    return decisions;
  }

  private Census census(Evidence evidence) {
    RelationTargets targets = new RelationTargets(catalog, evidence.seen());
    Census census = new Census(evidence.seen(), targets::contains, GATHERED_LIMIT);
    known.writtenBefore(evidence.start(), keys -> keys.forEach(census::count));
    return census;
  }

  private Optional<String> objection(String blueprint, Census census, Evidence evidence) {
    Optional<String> doubt = evidence.doubt(blueprint);
    return doubt.isPresent() ? doubt : tooMany(census.unseen(blueprint), census.known(blueprint));
  }

  private Optional<String> objection(List<String> approved, Census census) {
    return tooMany(approved.stream().mapToLong(census::unseen).sum(), census.knownInAll());
  }

  private Optional<String> tooMany(long unseen, long known) {
    return unseen > known * options.threshold()
        ? Optional.of(
            "%d of %d would go, which is more than entityDeletionThreshold %s allows; set it to 1 if that is right"
                .formatted(unseen, known, options.threshold()))
        : Optional.empty();
  }

  private List<Decision> delete(String blueprint, Census census, Evidence evidence) {
    List<String> identifiers = census.gathered(blueprint);
    // What depends on a deleted entity may be something that was not read in this run: then it must
    // not go with it.
    deleting.accept(blueprint, identifiers.size());
    Deletion deletion =
        deleter.delete(blueprint, identifiers, options.deleteDependents() && evidence.isWhole());
    List<Decision> decisions = new ArrayList<>();
    decisions.add(new Delete(blueprint, deletion.deleted()));
    long postponed = census.unseen(blueprint) - identifiers.size();
    if (postponed > 0) {
      decisions.add(
          new Keep(
              blueprint,
              postponed,
              "one run deletes at most " + GATHERED_LIMIT + " entities; the next run goes on",
              true));
    }
    if (!deletion.refusals().isEmpty()) {
      decisions.add(
          new Keep(
              blueprint,
              deletion.refusals().size(),
              "the catalog refused: " + deletion.refusals().getFirst(),
              true));
    }
    return decisions;
  }
}
