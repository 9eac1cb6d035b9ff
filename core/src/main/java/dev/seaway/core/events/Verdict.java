package dev.seaway.core.events;

import java.time.Instant;

/** What is to become of an event that was taken. */
sealed interface Verdict {

  /** It is out of the way. */
  record Applied() implements Verdict {}

  /** The program ends: it is taken again another time, as if it had not been taken. */
  record Interrupted() implements Verdict {}

  /** It is tried again, not before that time. */
  record Later(Instant due, String reason) implements Verdict {}

  /** It becomes a dead letter. */
  record Dead(String reason) implements Verdict {}
}
