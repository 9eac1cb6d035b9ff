package dev.seaway.service;

import dev.seaway.core.resync.Progress;
import dev.seaway.service.metrics.Meters;

/** Counts what a run does. */
record MeteredProgress(Meters meters) implements Progress {

  @Override
  public void pageRead(String kind, int page, int records) {
    meters.read(kind, records);
  }

  @Override
  public void written(String kind, int upserted, int unchanged, int refused) {
    meters.entities(kind, "written", upserted);
    meters.entities(kind, "unchanged", unchanged);
    meters.entities(kind, "refused", refused);
  }

  @Override
  public void kindFinished(String kind, boolean complete, String reason) {
    meters.kindEnds(kind, complete);
  }
}
