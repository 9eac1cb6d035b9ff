package dev.seaway.distribution;

import dev.seaway.core.resync.KindSummary;
import dev.seaway.core.resync.RunSummary;
import dev.seaway.core.resync.SyncEvent;
import dev.seaway.core.resync.SyncListener;
import dev.seaway.distribution.logging.StatusLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Shows a run on a terminal: one line that changes in place, and one that stays for each kind.
 * Thread-safe.
 */
final class LiveProgress implements SyncListener {

  private final RunSummary summary;
  private final StatusLine out;
  private final DateTimeFormatter time;

  /**
   * @param summary is told each event before this is
   */
  LiveProgress(RunSummary summary, StatusLine out, ZoneId zone) {
    this.summary = summary;
    this.out = out;
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  @Override
  public void on(SyncEvent event) {
    switch (event) {
      case SyncEvent.Started(var kinds) ->
          out.status("Starting with " + kinds.size() + (kinds.size() == 1 ? " kind" : " kinds"));
      case SyncEvent.PageRead(var kind, var page, _) ->
          out.status(kind + "  page " + page + ", " + counts(kind));
      case SyncEvent.Mapped mapped -> out.status(mapped.kind() + "  " + counts(mapped.kind()));
      case SyncEvent.Written written -> out.status(written.kind() + "  " + counts(written.kind()));
      case SyncEvent.KindFinished end -> {
        String kind = end.kind();
        out.status("");
        out.line(kind + "  " + counts(kind) + ": " + summary.kind(kind).outcome());
      }
      case SyncEvent.ReadingAgain(var kinds) ->
          out.status("Reading " + String.join(", ", kinds) + " again before deleting");
      case SyncEvent.Deleting(var blueprint, var count) ->
          out.status("Deleting " + count + " of " + blueprint);
      case SyncEvent.Waiting(var what, var until, var reason) ->
          out.status("Waiting for " + what + " until " + time.format(until) + ": " + reason);
      case SyncEvent.Ended _, SyncEvent.Aborted _ -> {
        // The summary follows.
      }
    }
  }

  private String counts(String name) {
    KindSummary kind = summary.kind(name);
    return "%d read, %d written, %d unchanged%s"
        .formatted(
            kind.read(),
            kind.upserted(),
            kind.unchanged(),
            kind.refused() == 0 ? "" : ", " + kind.refused() + " refused");
  }
}
