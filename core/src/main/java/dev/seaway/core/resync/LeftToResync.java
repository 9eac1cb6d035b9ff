package dev.seaway.core.resync;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once of each kind what live events leave to the next resync, and why. Thread-safe. */
final class LeftToResync {

  private static final Logger log = LoggerFactory.getLogger(LeftToResync.class);

  private final Set<String> unnamed = ConcurrentHashMap.newKeySet();
  private final Set<String> unasked = ConcurrentHashMap.newKeySet();

  /** What a record of this kind was made into cannot be named by the event alone. */
  void unnamed(String kind) {
    if (unnamed.add(kind)) {
      log.info(
          "{}: live events delete no entity that they cannot name; it goes with the next resync",
          kind);
    }
  }

  /**
   * A kind that may make the same entity, and that an event cannot ask for it.
   *
   * @param blueprint of the entity that is kept
   */
  void unasked(String kind, String blueprint) {
    if (unasked.add(kind)) {
      log.info(
          "{}: may make entities of {} too, and live events cannot ask it for one record, so they"
              + " delete none of these; what is gone goes with the next resync",
          kind,
          blueprint);
    }
  }
}
