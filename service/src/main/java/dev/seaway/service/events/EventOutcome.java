package dev.seaway.service.events;

import java.time.Instant;

/** What is to become of an event that was taken. */
sealed interface EventOutcome {

  /** It is out of the way. */
  record Applied() implements EventOutcome {}

  /** The program ends: it is taken again another time, as if it had not been taken. */
  record Interrupted() implements EventOutcome {}

  /** It is tried again, not before that time. */
  record Later(Instant due, String reason) implements EventOutcome {}

  /** It becomes a dead letter. */
  record Dead(String reason) implements EventOutcome {}
}
