package dev.seaway.service;

import dev.seaway.core.reconcile.Decision;
import dev.seaway.core.resync.KindReport;
import dev.seaway.core.resync.SyncEvent;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.service.metrics.Meters;

/** Counts what runs do, over all runs of this process. */
record RunMeters(Meters meters) implements SyncListener {

  @Override
  public void on(SyncEvent event) {
    switch (event) {
      case SyncEvent.PageRead read -> meters.read(read.kind(), read.records());
      case SyncEvent.Written written -> {
        meters.entities(written.kind(), "written", written.upserted());
        meters.entities(written.kind(), "unchanged", written.unchanged());
        meters.entities(written.kind(), "refused", written.refused());
      }
      case SyncEvent.KindFinished end -> meters.kindEnds(end.kind(), end.complete());
      case SyncEvent.Ended(var report) -> {
        report.kinds().forEach(this::countUnmapped);
        report.decisions().forEach(this::countDeleted);
      }
      case SyncEvent.Started _,
          SyncEvent.Mapped _,
          SyncEvent.ReadingAgain _,
          SyncEvent.Deleting _,
          SyncEvent.Waiting _,
          SyncEvent.Aborted _ -> {
        // Has no meter, or is metered where it happens.
      }
    }
  }

  private void countUnmapped(KindReport kind) {
    meters.unmapped(kind.kind(), "skipped", kind.counts().skipped());
    meters.unmapped(kind.kind(), "dropped", kind.counts().dropped());
    meters.unmapped(kind.kind(), "failed", kind.counts().failed());
  }

  private void countDeleted(Decision decision) {
    if (decision instanceof Decision.Delete delete) {
      meters.deleted(delete.blueprint(), delete.deleted());
    }
  }
}
