package dev.seaway.distribution;

import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.reconcile.Decision.Keep;
import dev.seaway.core.resync.KindReport;
import dev.seaway.core.resync.KindReport.Remark;
import dev.seaway.core.resync.KindReport.Remark.Severity;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.core.resync.ResyncReport.SecondReading;
import dev.seaway.distribution.GroupedMessages.Said;
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
    lines.addAll(remarks());
    List<String> decisions = decisions();
    report.secondReading().ifPresent(second -> addSecondReading(second, decisions, lines));
    lines.addAll(decisions);
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

  private List<String> remarks() {
    GroupedMessages<Remark> remarks = new GroupedMessages<>();
    List<String> further = new ArrayList<>();
    for (KindReport kind : report.kinds()) {
      kind.remarks().stream()
          .limit(REMARKS_PER_KIND)
          .forEach(remark -> remarks.add(kind.kind(), remark.what(), remark));
      int left = kind.remarks().size() - REMARKS_PER_KIND;
      if (left > 0) {
        further.add("%s: %d further remarks of other sorts".formatted(kind.kind(), left));
      }
    }
    List<String> lines =
        new ArrayList<>(remarks.lines((kind, remark) -> kind + ": " + remark, Report::ofKinds));
    lines.addAll(further);
    return lines;
  }

  private static String ofKinds(String cause, List<Said<Remark>> kinds) {
    if (kinds.getFirst().what().example().isEmpty()) {
      return "%d kinds: %s (%s)".formatted(kinds.size(), cause, GroupedMessages.names(kinds));
    }
    long count = kinds.stream().mapToLong(kind -> kind.what().count()).sum();
    return "%d kinds: %s (%d times, for example %s; %s)"
        .formatted(
            kinds.size(),
            cause,
            count,
            kinds.getFirst().what().example(),
            GroupedMessages.names(kinds));
  }

  /**
   * Its remarks are those of the first reading, except for what was written. Why it is not complete
   * is said where nothing is kept for that reason.
   */
  private static void addSecondReading(
      SecondReading second, List<String> decisions, List<String> lines) {
    List<KindReport> kinds = second.kinds();
    kinds.forEach(
        kind ->
            kind.remarks().stream()
                .filter(remark -> remark.severity() == Severity.REFUSED)
                .limit(REMARKS_PER_KIND)
                .forEach(remark -> lines.add(kind.kind() + ", read again: " + remark)));
    kinds.stream()
        .filter(kind -> !kind.isMoved())
        .flatMap(kind -> kind.incompleteness().stream())
        .filter(reason -> decisions.stream().noneMatch(line -> line.contains(reason)))
        .forEach(reason -> lines.add("When it was read again before deleting, " + reason));
    lines.add(
        "Read again before deleting: %s; kept %d that only the second reading found"
            .formatted(
                kinds.stream().map(KindReport::kind).collect(Collectors.joining(", ")),
                second.found()));
  }

  private List<String> decisions() {
    GroupedMessages<Keep> kept = new GroupedMessages<>();
    List<String> lines = new ArrayList<>();
    for (Decision decision : report.decisions()) {
      switch (decision) {
        case Decision.Delete delete ->
            lines.add(
                "%s: deleted %d that %s%s"
                    .formatted(
                        delete.blueprint(),
                        delete.deleted(),
                        isFed(delete.blueprint())
                            ? "the tool no longer has"
                            : "the mapping no longer feeds",
                        reasons(delete.blueprint())));
        case Keep keep -> kept.add(keep.blueprint(), keep.reason(), keep);
      }
    }
    lines.addAll(
        kept.lines(
            (_, keep) -> kept(keep.blueprint(), keep.kept(), keep.reason()),
            (_, blueprints) ->
                kept(
                    GroupedMessages.names(blueprints),
                    blueprints.stream().mapToLong(blueprint -> blueprint.what().kept()).sum(),
                    blueprints.getFirst().what().reason())));
    return lines;
  }

  private boolean isFed(String blueprint) {
    return report.kinds().stream()
        .anyMatch(kind -> kind.blueprints().isEmpty() || kind.blueprints().contains(blueprint));
  }

  /** By what it is known that the lists were read to their ends. */
  private String reasons(String blueprint) {
    String reasons =
        report.kinds().stream()
            .filter(kind -> kind.blueprints().isEmpty() || kind.blueprints().contains(blueprint))
            .flatMap(
                kind ->
                    kind.evidence().stream().map(verdict -> kind.kind() + ": " + verdict.because()))
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? "" : " (" + reasons + ")";
  }

  private static String kept(String blueprints, long count, String reason) {
    return "%s: kept %d that this run has not seen: %s".formatted(blueprints, count, reason);
  }
}
