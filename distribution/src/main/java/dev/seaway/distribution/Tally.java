package dev.seaway.distribution;

import dev.seaway.core.resync.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what the last run did, for the summary at its end. Thread-safe. */
final class Tally implements Progress {

  /** The counts of one kind so far. */
  record Count(int read, int mapped, int upserted, int unchanged, int refused, String outcome) {

    static final Count NONE = new Count(0, 0, 0, 0, 0, "not finished");

    private Count plusRead(int records) {
      return new Count(read + records, mapped, upserted, unchanged, refused, outcome);
    }

    private Count plusMapped(int entities) {
      return new Count(read, mapped + entities, upserted, unchanged, refused, outcome);
    }

    private Count plusWritten(int newly, int same, int rejected) {
      return new Count(
          read, mapped, upserted + newly, unchanged + same, refused + rejected, outcome);
    }

    private Count finished(String how) {
      return new Count(read, mapped, upserted, unchanged, refused, how);
    }
  }

  private final Map<String, Count> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> deletions = new LinkedHashMap<>();

  /** Kind to its counts, in the order of the mapping. */
  synchronized Map<String, Count> kinds() {
    return new LinkedHashMap<>(kinds);
  }

  /** Blueprint to the number of deletions that were begun. */
  synchronized Map<String, Integer> deletions() {
    return new LinkedHashMap<>(deletions);
  }

  @Override
  public synchronized void started(List<String> names) {
    kinds.clear();
    deletions.clear();
    names.forEach(name -> kinds.put(name, Count.NONE));
  }

  @Override
  public synchronized void pageRead(String kind, int page, int records) {
    kinds.put(kind, count(kind).plusRead(records));
  }

  @Override
  public synchronized void mapped(String kind, int entities) {
    kinds.put(kind, count(kind).plusMapped(entities));
  }

  @Override
  public synchronized void written(String kind, int upserted, int unchanged, int refused) {
    kinds.put(kind, count(kind).plusWritten(upserted, unchanged, refused));
  }

  @Override
  public synchronized void kindFinished(String kind, boolean complete, String reason) {
    kinds.put(kind, count(kind).finished(complete ? "complete" : "INCOMPLETE: " + reason));
  }

  @Override
  public synchronized void deleting(String blueprint, int count) {
    deletions.merge(blueprint, count, Integer::sum);
  }

  @Override
  public void waiting(String what, Duration wait, Instant until, String reason) {
    // A wait is over by the time of the summary.
  }

  /** The counts of one kind. */
  synchronized Count count(String kind) {
    return kinds.getOrDefault(kind, Count.NONE);
  }
}
