package dev.seaway.core.resync;

import java.time.Instant;
import java.util.List;

/** Something that happens in a run, told while it happens. None is about a single record. */
public sealed interface SyncEvent {

  /**
   * A run begins.
   *
   * @param kinds in the order in which they are read
   */
  record Started(List<String> kinds) implements SyncEvent {
    public Started {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * A page was read.
   *
   * @param page counted from 1 within a kind
   */
  record PageRead(String kind, int page, int records) implements SyncEvent {}

  /**
   * Records were mapped, and what they make went to the catalog.
   *
   * @param repeated how many of the entities have a key that came before them, and were written
   *     with it
   */
  record Mapped(String kind, int entities, int repeated) implements SyncEvent {}

  /** A page was written. Counted in entities. */
  record Written(String kind, int upserted, int unchanged, int refused) implements SyncEvent {}

  /**
   * A kind has ended.
   *
   * @param complete read to its end and mapped; what was refused is told by {@link Written}
   * @param reason why it is not complete, or why nothing is deleted by it all the same; else empty
   */
  record KindFinished(String kind, boolean complete, String reason) implements SyncEvent {}

  /** These kinds are read once more, because something of theirs is about to be deleted. */
  record ReadingAgain(List<String> kinds) implements SyncEvent {
    public ReadingAgain {
      kinds = List.copyOf(kinds);
    }
  }

  /** Entities of a blueprint are about to be deleted. */
  record Deleting(String blueprint, int count) implements SyncEvent {}

  /**
   * A request waits, because the other side asked for it or failed.
   *
   * @param what whose answer is waited for
   */
  record Waiting(String what, Instant until, String reason) implements SyncEvent {}

  /** The run has come to its end, complete or not. */
  record Ended(ResyncReport report) implements SyncEvent {}

  /**
   * The run was stopped, or failed, before it had a report.
   *
   * @param stopped whether it was told to stop
   */
  record Aborted(boolean stopped) implements SyncEvent {}
}
