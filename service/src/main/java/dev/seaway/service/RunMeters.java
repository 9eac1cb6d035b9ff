package dev.seaway.service;

import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.resync.KindReport;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.service.metrics.Meters;
import java.time.Duration;

/** Counts what is known of a run when it has ended. */
record RunMeters(Meters meters) {

  void count(RunOutcome outcome, Duration took) {
    meters.runEnds(word(outcome), took);
    if (outcome instanceof RunOutcome.Ended ended) {
      ended.report().kinds().forEach(this::count);
      ended.report().decisions().forEach(this::count);
    }
  }

  /** For metrics: how a run ended. */
  private static String word(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Ended(ResyncReport report) -> report.complete() ? "complete" : "incomplete";
      case RunOutcome.Failed _ -> "failed";
      case RunOutcome.Aborted _ -> "aborted";
    };
  }

  private void count(KindReport kind) {
    meters.unmapped(kind.kind(), "skipped", kind.counts().skipped());
    meters.unmapped(kind.kind(), "dropped", kind.counts().dropped());
    meters.unmapped(kind.kind(), "failed", kind.counts().failed());
  }

  private void count(Decision decision) {
    if (decision instanceof Decision.Delete delete) {
      meters.deleted(delete.blueprint(), delete.deleted());
    }
  }
}
