package dev.seaway.distribution;

import dev.seaway.core.resync.KindSummary;
import dev.seaway.core.resync.RunSummary;
import dev.seaway.core.resync.SyncEvent;
import dev.seaway.core.resync.SyncListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reports a run to the log, where nobody watches a terminal: one line for each kind.
 *
 * @param summary is told each event before this is
 */
record PlainProgress(RunSummary summary) implements SyncListener {

  private static final Logger LOG = LoggerFactory.getLogger(PlainProgress.class);

  @Override
  public void on(SyncEvent event) {
    switch (event) {
      case SyncEvent.Started(var kinds) -> LOG.info("Reading {}", String.join(", ", kinds));
      case SyncEvent.PageRead(var kind, var page, var records) ->
          LOG.debug("{}: page {} with {} records", kind, page, records);
      case SyncEvent.KindFinished end -> tell(end.kind());
      case SyncEvent.ReadingAgain(var kinds) ->
          LOG.info("Reading {} again before deleting", String.join(", ", kinds));
      case SyncEvent.Deleting(var blueprint, var count) ->
          LOG.info("Deleting {} of {}", count, blueprint);
      case SyncEvent.Waiting wait -> LOG.info("Waiting: {}", wait.reason());
      case SyncEvent.Mapped _, SyncEvent.Written _, SyncEvent.Ended _, SyncEvent.Aborted _ -> {
        // Said in the line of the kind, or in the summary.
      }
    }
  }

  private void tell(String name) {
    KindSummary kind = summary.kind(name);
    LOG.atLevel(kind.isComplete() ? Level.INFO : Level.WARN)
        .addKeyValue("read", kind.read())
        .addKeyValue("written", kind.upserted())
        .addKeyValue("unchanged", kind.unchanged())
        .addKeyValue("refused", kind.refused())
        .log("{}: {}", name, kind.outcome());
  }
}
