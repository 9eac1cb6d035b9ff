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

  private final ConsoleSummary tally;
  private final StatusLine out;
  private final DateTimeFormatter time;

  LiveProgress(ConsoleSummary tally, StatusLine out, ZoneId zone) {
    this.tally = tally;
    this.out = out;
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  @Override
  public void started(List<String> kinds) {
    tally.started(kinds);
    out.status("Starting with " + kinds.size() + (kinds.size() == 1 ? " kind" : " kinds"));
  }

  @Override
  public void pageRead(String kind, int page, int records) {
    tally.pageRead(kind, page, records);
    out.status(kind + "  page " + page + ", " + counts(kind));
  }

  @Override
  public void mapped(String kind, int entities) {
    tally.mapped(kind, entities);
    out.status(kind + "  " + counts(kind));
  }

  @Override
  public void repeated(String kind, int entities) {
    tally.repeated(kind, entities);
  }

  @Override
  public void written(String kind, int upserted, int unchanged, int refused) {
    tally.written(kind, upserted, unchanged, refused);
    out.status(kind + "  " + counts(kind));
  }

  @Override
  public void kindFinished(String kind, boolean complete, String reason) {
    tally.kindFinished(kind, complete, reason);
    out.status("");
    out.line(kind + "  " + counts(kind) + ": " + tally.count(kind).outcome());
  }

  @Override
  public void readingAgain(List<String> kinds) {
    tally.readingAgain(kinds);
    out.status("Reading " + String.join(", ", kinds) + " again before deleting");
  }

  @Override
  public void deleting(String blueprint, int count) {
    tally.deleting(blueprint, count);
    out.status("Deleting " + count + " of " + blueprint);
  }

  @Override
  public void waiting(String what, Duration wait, Instant until, String reason) {
    tally.waiting(what, wait, until, reason);
    out.status("Waiting for " + what + " until " + time.format(until) + ": " + reason);
  }

  private String counts(String kind) {
    ConsoleSummary.Count count = tally.count(kind);
    return "%d read, %d written, %d unchanged%s"
        .formatted(
            count.read(),
            count.upserted(),
            count.unchanged(),
            count.refused() == 0 ? "" : ", " + count.refused() + " refused");
  }
}
