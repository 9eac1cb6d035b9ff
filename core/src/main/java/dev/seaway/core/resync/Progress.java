package dev.seaway.core.resync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Told what a run does while it does it; what nobody overrides is told to nobody. Calls may come
 * from any thread, and must return quickly.
 */
public interface Progress {

  /** The run begins; the kinds in the order in which they are read. */
  default void started(List<String> kinds) {}

  /** A page was read. Pages are counted from 1 within a kind. */
  default void pageRead(String kind, int page, int records) {}

  /** Records were mapped, and what they make went to the catalog. */
  default void mapped(String kind, int entities) {}

  /** So many of the mapped entities have a key that came before them, and were written with it. */
  default void repeated(String kind, int entities) {}

  /** A page was written. */
  default void written(String kind, int upserted, int unchanged, int refused) {}

  /**
   * A kind has ended.
   *
   * @param complete read to its end and mapped; what was refused is told by {@link #written}
   * @param reason why it is not complete, or why nothing is deleted by it all the same; else empty
   */
  default void kindFinished(String kind, boolean complete, String reason) {}

  /** These kinds are read once more, because something of theirs is about to be deleted. */
  default void readingAgain(List<String> kinds) {}

  /** Entities of a blueprint are about to be deleted. */
  default void deleting(String blueprint, int count) {}

  /** A request waits, because the other side asked for it or failed. */
  default void waiting(String what, Duration wait, Instant until, String reason) {}

  /** This one, and then another. */
  default Progress and(Progress next) {
    return new ProgressPair(this, next);
  }

  /** Told to nobody. */
  Progress NONE = new Progress() {};
}
