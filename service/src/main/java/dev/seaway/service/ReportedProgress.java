package dev.seaway.service;

import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.resync.KindReport;
import dev.seaway.core.resync.Progress;
import dev.seaway.core.resync.ResyncReport;
import dev.seaway.service.telemetry.RunMetrics;
import java.util.List;

/** Tells the catalog how a run gets on. */
record ReportedProgress(RunMetrics told) implements Progress {

  @Override
  public void started(List<String> kinds) {
    told.begin(kinds);
  }

  @Override
  public void pageRead(String kind, int page, int records) {
    told.read(kind, records);
  }

  @Override
  public void mapped(String kind, int entities) {
    told.mapped(kind, entities);
  }

  @Override
  public void written(String kind, int upserted, int unchanged, int refused) {
    told.written(kind, upserted, unchanged, refused);
  }

  @Override
  public void kindFinished(String kind, boolean complete, String reason) {
    told.end(kind, complete);
  }

  /** What is known only now. */
  void ended(ResyncReport report) {
    for (KindReport kind : report.kinds()) {
      told.unmapped(
          kind.kind(), kind.counts().skipped() + kind.counts().dropped(), kind.counts().failed());
    }
    told.end(report.complete() ? "completed" : "failed", deleted(report));
  }

  private static long deleted(ResyncReport report) {
    return report.decisions().stream()
        .filter(Decision.Delete.class::isInstance)
        .mapToLong(decision -> ((Decision.Delete) decision).deleted())
        .sum();
  }

  /** It has not come to its end. */
  void broken() {
    told.end(Thread.currentThread().isInterrupted() ? "aborted" : "failed", 0);
  }
}
