package dev.seaway.core.resync;

import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.reconcile.RunFindings.Doubt;
import dev.seaway.core.reconcile.RunFindings.Doubt.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What two readings of a kind show together.
 *
 * @param second empty where it was read once
 */
record KindReadings(Finding first, Optional<Finding> second) {

  static List<KindReadings> of(List<Finding> first, List<Finding> second) {
    return first.stream()
        .map(
            finding ->
                new KindReadings(
                    finding,
                    second.stream()
                        .filter(again -> again.plan().equals(finding.plan()))
                        .findFirst()))
        .toList();
  }

  /** The report of the first reading, of which a list may have settled since. */
  KindReport report() {
    KindReport report = first.report();
    if (!report.isMoved() || second.isEmpty()) {
      return report;
    }
    KindReport again = second.get().report();
    if (again.isMoved()) {
      return report.with(
          report.evidence(), second.get().firstSeen() == 0 && !report.isLost() && !again.isLost());
    }
    return again.failure().isPresent() ? report : report.with(again.evidence(), false);
  }

  /** What speaks against deleting what the kind feeds. */
  List<Doubt> doubts() {
    List<Doubt> doubts = new ArrayList<>();
    KindReport report = first.report().with(evidence(), false);
    report.doubt().ifPresent(reason -> doubts.add(doubt(report, Grade.ALL, reason)));
    second
        .map(Finding::report)
        .flatMap(KindReport::doubt)
        .ifPresent(
            reason ->
                doubts.add(
                    doubt(report, Grade.ALL, "when it was read again before deleting, " + reason)));
    report.movement().ifPresent(reason -> doubts.add(doubt(report, Grade.UNNAMED, reason)));
    report.inference().ifPresent(reason -> doubts.add(doubt(report, Grade.MOST, reason)));
    return doubts;
  }

  private static Doubt doubt(KindReport report, Grade grade, String reason) {
    return new Doubt(report.blueprints(), grade, reason);
  }

  /**
   * A whole second reading stands for a first one that has moved, or that another process has
   * begun; else the weaker of the two counts.
   */
  private Optional<Verdict> evidence() {
    Optional<Verdict> once = first.report().evidence();
    Optional<Verdict> again = second.flatMap(finding -> finding.report().evidence());
    if (once.isEmpty() || again.isEmpty()) {
      return again.or(() -> once);
    }
    boolean replaced = first.report().isMoved() || once.get() instanceof Verdict.Inferred;
    return replaced ? again : Optional.of(once.get().and(again.get()));
  }
}
