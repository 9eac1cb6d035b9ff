package dev.seaway.core.resync;

/**
 * What the events of one kind add up to.
 *
 * @param read in records; all others count entities
 * @param mapped the sum of those that follow, once the kind has ended
 * @param repeated entities that went together with one of the same key
 * @param reading how the reading ended
 */
public record KindSummary(
    long read,
    long mapped,
    long upserted,
    long unchanged,
    long refused,
    long repeated,
    String reading) {

  private static final String NOT_FINISHED = "not finished";
  private static final String COMPLETE = "complete";
  private static final String INCOMPLETE = "INCOMPLETE: ";

  /** Of a kind of which nothing is known yet. */
  public static final KindSummary NONE = new KindSummary(0, 0, 0, 0, 0, 0, NOT_FINISHED);

  /** What was read and is not in the catalog is not complete. */
  public String outcome() {
    return refused > 0 && !reading.startsWith(INCOMPLETE)
        ? INCOMPLETE + "the catalog refused " + refused + " of " + mapped + " entities"
        : reading;
  }

  /** Whether the outcome is that all was read, mapped and written, without a word of caution. */
  public boolean isComplete() {
    return outcome().equals(COMPLETE);
  }

  KindSummary plus(SyncEvent.PageRead page) {
    return new KindSummary(
        read + page.records(), mapped, upserted, unchanged, refused, repeated, reading);
  }

  KindSummary plus(SyncEvent.Mapped more) {
    return new KindSummary(
        read,
        mapped + more.entities(),
        upserted,
        unchanged,
        refused,
        repeated + more.repeated(),
        reading);
  }

  KindSummary plus(SyncEvent.Written more) {
    return new KindSummary(
        read,
        mapped,
        upserted + more.upserted(),
        unchanged + more.unchanged(),
        refused + more.refused(),
        repeated,
        reading);
  }

  /** Several readings may have one name; what is wrong with one of them stays. */
  KindSummary plus(SyncEvent.KindFinished end) {
    String how = reading(end);
    boolean worse = reading.startsWith(INCOMPLETE) || how.equals(COMPLETE);
    return worse && !reading.equals(NOT_FINISHED)
        ? this
        : new KindSummary(read, mapped, upserted, unchanged, refused, repeated, how);
  }

  private static String reading(SyncEvent.KindFinished end) {
    if (end.complete()) {
      return end.reason().isEmpty() ? COMPLETE : "CAUTION: " + end.reason();
    }
    return INCOMPLETE + end.reason();
  }
}
