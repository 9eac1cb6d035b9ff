package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.catalog.Origins;
import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.reconcile.Evidence;
import dev.seaway.core.reconcile.Evidence.Doubt;
import dev.seaway.core.reconcile.Prospect;
import dev.seaway.core.reconcile.Reconciler;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.core.resync.ResyncReport.SecondReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The end of a run: what is about to be deleted is looked for once more, and what is still not seen
 * then goes. For one run.
 */
final class Deletion {

  private final Reconciler reconciler;
  private final Function<SyncPlan, Pass.Result> again;
  private final boolean resumed;
  private final Origins origins;
  private final List<Decision> decisions = new ArrayList<>();
  private Optional<SecondReading> secondReading = Optional.empty();

  /**
   * @param again reads kinds once more; what it sees is added to what the run has seen
   * @param resumed whether the run was begun by another process
   * @param origins asked again right before deleting
   */
  Deletion(
      Reconciler reconciler,
      Function<SyncPlan, Pass.Result> again,
      boolean resumed,
      Origins origins) {
    this.resumed = resumed;
    this.origins = origins;
    this.reconciler = reconciler;
    this.again = again;
  }

  /** What became of what the catalog held; not all there where the run failed. */
  List<Decision> decisions() {
    return decisions;
  }

  Optional<SecondReading> secondReading() {
    return secondReading;
  }

  /** Empty if all was decided; otherwise why the catalog could not go on. */
  Optional<SeawayException> run(Instant start, SeenEntities seen, List<Tally> first) {
    List<KindReport> kinds = first.stream().map(Tally::report).toList();
    // Nobody knows what live events have related since the other process was killed.
    boolean written = !resumed && kinds.stream().allMatch(KindReport::written);
    try {
      if (kinds.stream().anyMatch(kind -> kind.counts().records() > 0)) {
        origins.confirm();
      }
      Evidence evidence =
          new Evidence(start, seen, doubts(kinds, ""), written).and(ofAnotherOrigin(), true);
      Prospect prospect = reconciler.prospect(evidence);
      SyncPlan plan = SecondLook.at(prospect.blueprints(), first, resumed);
      return plan.kinds().isEmpty()
          ? decide(prospect, evidence)
          : lookAgain(prospect, evidence, plan);
    } catch (CatalogException e) {
      return Optional.of(e);
    }
  }

  private Optional<SeawayException> lookAgain(Prospect prospect, Evidence evidence, SyncPlan plan) {
    Pass.Result second = again.apply(plan);
    List<KindReport> kinds = second.kinds();
    secondReading = Optional.of(new SecondReading(kinds, prospect.strikeOff()));
    return second.catalogFailure().isPresent()
        ? second.catalogFailure()
        : decide(
            prospect,
            evidence
                .and(
                    doubts(kinds, "when it was read again before deleting, "),
                    kinds.stream().allMatch(KindReport::written))
                .and(ofAnotherOrigin(), true));
  }

  private Optional<SeawayException> decide(Prospect prospect, Evidence evidence) {
    reconciler.reconcile(prospect, evidence, decisions::add);
    return Optional.empty();
  }

  private List<Doubt> ofAnotherOrigin() {
    return origins.objection().map(reason -> new Doubt(Set.of(), reason)).stream().toList();
  }

  private static List<Doubt> doubts(List<KindReport> kinds, String when) {
    List<Doubt> doubts = new ArrayList<>();
    for (KindReport kind : kinds) {
      kind.doubt().ifPresent(reason -> doubts.add(new Doubt(kind.blueprints(), when + reason)));
    }
    return doubts;
  }
}
