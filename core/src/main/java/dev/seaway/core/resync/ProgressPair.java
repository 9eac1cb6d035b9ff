package dev.seaway.core.resync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells two listeners, one after the other. */
record ProgressPair(Progress first, Progress second) implements Progress {

  @Override
  public void started(List<String> kinds) {
    first.started(kinds);
    second.started(kinds);
  }

  @Override
  public void pageRead(String kind, int page, int records) {
    first.pageRead(kind, page, records);
    second.pageRead(kind, page, records);
  }

  @Override
  public void mapped(String kind, int entities) {
    first.mapped(kind, entities);
    second.mapped(kind, entities);
  }

  @Override
  public void repeated(String kind, int entities) {
    first.repeated(kind, entities);
    second.repeated(kind, entities);
  }

  @Override
  public void written(String kind, int upserted, int unchanged, int refused) {
    first.written(kind, upserted, unchanged, refused);
    second.written(kind, upserted, unchanged, refused);
  }

  @Override
  public void kindFinished(String kind, boolean complete, String reason) {
    first.kindFinished(kind, complete, reason);
    second.kindFinished(kind, complete, reason);
  }

  @Override
  public void readingAgain(List<String> kinds) {
    first.readingAgain(kinds);
    second.readingAgain(kinds);
  }

  @Override
  public void deleting(String blueprint, int count) {
    first.deleting(blueprint, count);
    second.deleting(blueprint, count);
  }

  @Override
  public void waiting(String what, Duration wait, Instant until, String reason) {
    first.waiting(what, wait, until, reason);
    second.waiting(what, wait, until, reason);
  }
}
