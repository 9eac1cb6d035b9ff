package dev.seaway.distribution;

import dev.seaway.core.resync.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Reports a run to the log, where nobody watches a terminal: one line for each kind. */
final class PlainProgress implements Progress {

  private static final Logger LOG = LoggerFactory.getLogger(PlainProgress.class);

  private final ConsoleSummary summary;

  PlainProgress(ConsoleSummary summary) {
    this.summary = summary;
  }

  @Override
  public void started(List<String> kinds) {
    summary.started(kinds);
    LOG.info("Reading {}", String.join(", ", kinds));
  }

  @Override
  public void pageRead(String kind, int page, int records) {
    summary.pageRead(kind, page, records);
    LOG.debug("{}: page {} with {} records", kind, page, records);
  }

  @Override
  public void mapped(String kind, int entities) {
    summary.mapped(kind, entities);
  }

  @Override
  public void repeated(String kind, int entities) {
    summary.repeated(kind, entities);
  }

  @Override
  public void written(String kind, int upserted, int unchanged, int refused) {
    summary.written(kind, upserted, unchanged, refused);
  }

  @Override
  public void kindFinished(String kind, boolean complete, String reason) {
    summary.kindFinished(kind, complete, reason);
    ConsoleSummary.Count count = summary.count(kind);
    LOG.atLevel(count.outcome().equals("complete") ? Level.INFO : Level.WARN)
        .addKeyValue("read", count.read())
        .addKeyValue("written", count.upserted())
        .addKeyValue("unchanged", count.unchanged())
        .addKeyValue("refused", count.refused())
        .log("{}: {}", kind, count.outcome());
  }

  @Override
  public void readingAgain(List<String> kinds) {
    summary.readingAgain(kinds);
    LOG.info("Reading {} again before deleting", String.join(", ", kinds));
  }

  @Override
  public void deleting(String blueprint, int count) {
    summary.deleting(blueprint, count);
    LOG.info("Deleting {} of {}", count, blueprint);
  }

  @Override
  public void waiting(String what, Duration wait, Instant until, String reason) {
    summary.waiting(what, wait, until, reason);
    LOG.info("Waiting: {}", reason);
  }
}
