package dev.seaway.distribution;

import dev.seaway.core.resync.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what the last run did, for the summary at its end. Thread-safe. */
final class ConsoleSummary implements Progress {

  private static final String NOT_FINISHED = "not finished";
  private static final String COMPLETE = "complete";
  private static final String INCOMPLETE = "INCOMPLETE: ";

  /**
   * The counts of one kind so far.
   *
   * @param mapped the sum of those that follow, once the kind is finished
   * @param repeated entities that went together with one of the same key
   * @param reading how the reading ended
   */
  record Count(
      int read,
      int mapped,
      int upserted,
      int unchanged,
      int refused,
      int repeated,
      String reading) {

    static final Count NONE = new Count(0, 0, 0, 0, 0, 0, NOT_FINISHED);

    /** What was read and is not in the catalog is not complete. */
    String outcome() {
      return refused > 0 && !reading.startsWith(INCOMPLETE)
          ? INCOMPLETE + "the catalog refused " + refused + " of " + mapped + " entities"
          : reading;
    }

    private Count plusRead(int records) {
      return new Count(read + records, mapped, upserted, unchanged, refused, repeated, reading);
    }

    private Count plusMapped(int entities) {
      return new Count(read, mapped + entities, upserted, unchanged, refused, repeated, reading);
    }

    private Count plusRepeated(int entities) {
      return new Count(read, mapped, upserted, unchanged, refused, repeated + entities, reading);
    }

    private Count plusWritten(int newly, int same, int rejected) {
      return new Count(
          read, mapped, upserted + newly, unchanged + same, refused + rejected, repeated, reading);
    }

    /** Several readings may have one name; what is wrong with one of them stays. */
    private Count finished(String how) {
      boolean worse = reading.startsWith(INCOMPLETE) || how.equals(COMPLETE);
      return worse && !reading.equals(NOT_FINISHED)
          ? this
          : new Count(read, mapped, upserted, unchanged, refused, repeated, how);
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
  public synchronized void repeated(String kind, int entities) {
    kinds.put(kind, count(kind).plusRepeated(entities));
  }

  @Override
  public synchronized void written(String kind, int upserted, int unchanged, int refused) {
    kinds.put(kind, count(kind).plusWritten(upserted, unchanged, refused));
  }

  @Override
  public synchronized void kindFinished(String kind, boolean complete, String reason) {
    kinds.put(kind, count(kind).finished(reading(complete, reason)));
  }

  private static String reading(boolean complete, String reason) {
    if (complete) {
      return reason.isEmpty() ? COMPLETE : "CAUTION: " + reason;
    }
    return INCOMPLETE + reason;
  }

  @Override
  public void readingAgain(List<String> names) {
    // What is read again was counted when it was read first.
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
