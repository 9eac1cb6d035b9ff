package dev.seaway.distribution;

import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.resync.KindReport;
import dev.seaway.core.resync.KindReport.Remark.Severity;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.core.resync.ResyncReport.SecondReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in sentences what a run's counts do not show. */
record Report(ResyncReport report) {

  private static final int REMARKS_PER_KIND = 10;

  Engine.Outcome outcome() {
    return new Engine.Outcome(report.complete(), lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    report.kinds().forEach(kind -> addRemarks(kind, lines));
    report.secondReading().ifPresent(second -> addSecondReading(second, lines));
    report.decisions().forEach(decision -> lines.add(line(decision)));
    report
        .reconcileFailure()
        .ifPresent(
            failure ->
                lines.add(
                    (report.decisions().isEmpty()
                            ? "Stopped before deleting: "
                            : "Stopped while deleting: ")
                        + failure.getMessage()));
    return lines;
  }

  private static void addRemarks(KindReport kind, List<String> lines) {
    List<KindReport.Remark> remarks = kind.remarks();
    remarks.stream()
        .limit(REMARKS_PER_KIND)
        .forEach(remark -> lines.add(kind.kind() + ": " + remark));
    if (remarks.size() > REMARKS_PER_KIND) {
      int further = remarks.size() - REMARKS_PER_KIND;
      lines.add(kind.kind() + ": " + further + " further remarks of other sorts");
    }
  }

  /** Its remarks are those of the first reading, except for what was written. */
  private static void addSecondReading(SecondReading second, List<String> lines) {
    List<KindReport> kinds = second.kinds();
    kinds.forEach(
        kind ->
            kind.remarks().stream()
                .filter(remark -> remark.severity() == Severity.REFUSED)
                .limit(REMARKS_PER_KIND)
                .forEach(remark -> lines.add(kind.kind() + ", read again: " + remark)));
    lines.add(
        "Read again before deleting: %s; kept %d that only the second reading found"
            .formatted(
                kinds.stream().map(KindReport::kind).collect(Collectors.joining(", ")),
                second.found()));
  }

  private static String line(Decision decision) {
    return switch (decision) {
      case Decision.Delete delete ->
          "%s: deleted %d that the tool no longer has"
              .formatted(delete.blueprint(), delete.deleted());
      case Decision.Keep keep ->
          "%s: kept %d that this run has not seen: %s"
              .formatted(keep.blueprint(), keep.kept(), keep.reason());
    };
  }
}
