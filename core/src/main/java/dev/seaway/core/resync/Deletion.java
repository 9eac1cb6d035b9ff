package dev.seaway.core.resync;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.Origins;
import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.reconcile.DeletionPlan;
import dev.seaway.core.reconcile.Reconciler;
import dev.seaway.core.reconcile.RunFindings;
import dev.seaway.core.reconcile.RunFindings.Doubt;
import dev.seaway.core.reconcile.SeenEntities;
import dev.seaway.core.resync.ResyncReport.SecondReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The end of a run: what has moved, and what is about to be deleted, is looked for once more and
 * then asked for by name; what is gone then goes. For one run.
 */
final class Deletion {

  private final Reconciler reconciler;
  private final Function<SyncPlan, Pass.Result> again;
  private final DeletionLookUps lookUps;
  private final boolean resumed;
  private final Origins origins;
  private final List<Decision> decisions = new ArrayList<>();
  private List<KindReadings> readings = List.of();
  private Optional<SecondReading> secondReading = Optional.empty();

  /**
   * @param again reads kinds once more; what it sees is added to what the run has seen
   * @param resumed whether the run was begun by another process
   * @param origins asked again right before deleting
   */
  Deletion(
      Reconciler reconciler,
      Function<SyncPlan, Pass.Result> again,
      DeletionLookUps lookUps,
      boolean resumed,
      Origins origins) {
    this.lookUps = lookUps;
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

  /** The reports of the kinds, by all readings. */
  List<KindReport> kinds(List<Finding> first) {
    return (readings.isEmpty() ? KindReadings.of(first, List.of()) : readings)
        .stream().map(KindReadings::report).toList();
  }

  /** Empty if all was decided; otherwise why the catalog could not go on. */
  Optional<SeawayException> run(Instant start, SeenEntities seen, List<Finding> first) {
    readings = KindReadings.of(first, List.of());
    // Nobody knows what live events have related since the other process was killed.
    boolean written = !resumed && first.stream().allMatch(kind -> kind.report().written());
    try {
      if (first.stream().anyMatch(kind -> kind.report().counts().records() > 0)) {
        origins.confirm();
      }
      RunFindings findings = new RunFindings(start, seen, doubts(), written, fed(first));
      DeletionPlan deletions = reconciler.plan(findings);
      SyncPlan plan = SecondLook.at(deletions.blueprints(), first, resumed);
      return plan.kinds().isEmpty()
          ? decide(deletions, findings, first)
          : lookAgain(deletions, findings, plan, first);
    } catch (RuntimeException | Error e) {
      return Optional.of(KindFailure.of(e));
    }
  }

  private Optional<SeawayException> lookAgain(
      DeletionPlan deletions, RunFindings findings, SyncPlan plan, List<Finding> first) {
    Pass.Result second = again.apply(plan);
    List<KindReport> kinds = second.reports();
    secondReading = Optional.of(new SecondReading(kinds, deletions.strikeOff()));
    readings = KindReadings.of(first, second.findings());
    boolean written = findings.allWritten() && kinds.stream().allMatch(KindReport::written);
    return second.catalogFailure().isPresent()
        ? second.catalogFailure()
        : decide(
            deletions,
            new RunFindings(findings.start(), findings.seen(), doubts(), written, findings.fed()),
            first);
  }

  private Optional<SeawayException> decide(
      DeletionPlan deletions, RunFindings findings, List<Finding> first) {
    lookUps.ask(deletions, first);
    reconciler.reconcile(deletions, findings, decisions::add);
    return Optional.empty();
  }

  private List<Doubt> doubts() {
    List<Doubt> doubts = new ArrayList<>();
    readings.forEach(kind -> doubts.addAll(kind.doubts()));
    origins.objection().ifPresent(reason -> doubts.add(new Doubt(Set.of(), reason)));
    return doubts;
  }

  /** The blueprints that the mapping feeds; empty where it may feed any. */
  private static Optional<Set<String>> fed(List<Finding> kinds) {
    Set<String> fed = new HashSet<>();
    for (Finding kind : kinds) {
      Set<String> blueprints = kind.plan().blueprints();
      if (blueprints.isEmpty()) {
        return Optional.empty();
      }
      fed.addAll(blueprints);
    }
    return Optional.of(fed);
  }
}
