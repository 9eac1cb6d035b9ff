package dev.seaway.distribution;

import dev.seaway.core.resync.Progress;
import dev.seaway.distribution.logging.StatusLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Shows a run on a terminal: one line that changes in place, and one that stays for each kind.
 * Thread-safe.
 */
final class LiveProgress implements Progress {

  private final ConsoleSummary summary;
  private final StatusLine out;
  private final DateTimeFormatter time;

  LiveProgress(ConsoleSummary summary, StatusLine out, ZoneId zone) {
    this.summary = summary;
    this.out = out;
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  @Override
  public void started(List<String> kinds) {
    summary.started(kinds);
    out.status("Starting with " + kinds.size() + (kinds.size() == 1 ? " kind" : " kinds"));
  }

  @Override
  public void pageRead(String kind, int page, int records) {
    summary.pageRead(kind, page, records);
    out.status(kind + "  page " + page + ", " + counts(kind));
  }

  @Override
  public void mapped(String kind, int entities) {
    summary.mapped(kind, entities);
    out.status(kind + "  " + counts(kind));
  }

  @Override
  public void repeated(String kind, int entities) {
    summary.repeated(kind, entities);
  }

  @Override
  public void written(String kind, int upserted, int unchanged, int refused) {
    summary.written(kind, upserted, unchanged, refused);
    out.status(kind + "  " + counts(kind));
  }

  @Override
  public void kindFinished(String kind, boolean complete, String reason) {
    summary.kindFinished(kind, complete, reason);
    out.status("");
    out.line(kind + "  " + counts(kind) + ": " + summary.count(kind).outcome());
  }

  @Override
  public void readingAgain(List<String> kinds) {
    summary.readingAgain(kinds);
    out.status("Reading " + String.join(", ", kinds) + " again before deleting");
  }

  @Override
  public void deleting(String blueprint, int count) {
    summary.deleting(blueprint, count);
    out.status("Deleting " + count + " of " + blueprint);
  }

  @Override
  public void waiting(String what, Duration wait, Instant until, String reason) {
    summary.waiting(what, wait, until, reason);
    out.status("Waiting for " + what + " until " + time.format(until) + ": " + reason);
  }

  private String counts(String kind) {
    ConsoleSummary.Count count = summary.count(kind);
    return "%d read, %d written, %d unchanged%s"
        .formatted(
            count.read(),
            count.upserted(),
            count.unchanged(),
            count.refused() == 0 ? "" : ", " + count.refused() + " refused");
  }
}
