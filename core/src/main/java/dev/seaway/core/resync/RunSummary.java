package dev.seaway.core.resync;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the events of a run add up to: for displays, the summary and metrics. Thread-safe. */
public final class RunSummary implements SyncListener {

  private final Map<String, KindSummary> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> deletions = new LinkedHashMap<>();

  @Override
  public synchronized void on(SyncEvent event) {
    switch (event) {
      case SyncEvent.Started(var names) -> {
        kinds.clear();
        deletions.clear();
        names.forEach(name -> kinds.put(name, KindSummary.NONE));
      }
      case SyncEvent.PageRead read -> kinds.put(read.kind(), kind(read.kind()).plus(read));
      case SyncEvent.Mapped mapped -> kinds.put(mapped.kind(), kind(mapped.kind()).plus(mapped));
      case SyncEvent.Written written ->
          kinds.put(written.kind(), kind(written.kind()).plus(written));
      case SyncEvent.KindFinished end -> kinds.put(end.kind(), kind(end.kind()).plus(end));
      case SyncEvent.Deleting(var blueprint, var count) ->
          deletions.merge(blueprint, count, Integer::sum);
      case SyncEvent.ReadingAgain _,
          SyncEvent.Waiting _,
          SyncEvent.Ended _,
          SyncEvent.Aborted _ -> {
        // Neither adds to what was counted: what is read again was counted when it was read first.
      }
    }
  }

  /** Kind to its counts, in the order of the mapping. */
  public synchronized Map<String, KindSummary> kinds() {
    return new LinkedHashMap<>(kinds);
  }

  /** Blueprint to the number of deletions that were begun. */
  public synchronized Map<String, Integer> deletions() {
    return new LinkedHashMap<>(deletions);
  }

  /** The counts of one kind. */
  public synchronized KindSummary kind(String name) {
    return kinds.getOrDefault(name, KindSummary.NONE);
  }
}
