package dev.seaway.core.app;

import dev.seaway.core.metrics.Meters;
import dev.seaway.core.resync.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts what a run does, and tells it on. */
record MeteredProgress(Progress next, Meters meters) implements Progress {

  @Override
  public void started(List<String> kinds) {
    next.started(kinds);
  }

  @Override
  public void pageRead(String kind, int page, int records) {
    meters.read(kind, records);
    next.pageRead(kind, page, records);
  }

  @Override
  public void mapped(String kind, int entities) {
    next.mapped(kind, entities);
  }

  @Override
  public void written(String kind, int upserted, int unchanged, int refused) {
    meters.entities(kind, "written", upserted);
    meters.entities(kind, "unchanged", unchanged);
    meters.entities(kind, "refused", refused);
    next.written(kind, upserted, unchanged, refused);
  }

  @Override
  public void kindFinished(String kind, boolean complete, String reason) {
    meters.kindEnds(kind, complete);
    next.kindFinished(kind, complete, reason);
  }

  @Override
  public void deleting(String blueprint, int count) {
    next.deleting(blueprint, count);
  }

  @Override
  public void waiting(String what, Duration wait, Instant until, String reason) {
    next.waiting(what, wait, until, reason);
  }
}
