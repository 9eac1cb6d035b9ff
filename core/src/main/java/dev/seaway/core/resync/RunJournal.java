package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.read.PagePosition;
import dev.seaway.core.reconcile.SeenEntities;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what a run has finished, so that another process goes on where this one is killed. For one
 * run; thread-safe once the run has begun.
 */
public interface RunJournal extends AutoCloseable {

  /** Keeps nothing. */
  static RunJournal none() {
    return new NoJournal();
  }

  /**
   * The run begins. What a killed one has seen is added to what this one sees.
   *
   * @param start by the catalog's clock
   * @return when the run began that is resumed; the start where there is none
   */
  Instant begin(Instant start, SeenEntities sees);

  /** Whether a run is resumed that was killed. */
  boolean isResumed();

  /** How far the killed run had finished that list. */
  Optional<Checkpoint> mark(int kind, Map<String, JsonNode> values);

  /** All entities of that page, and of those before it in its list, are in the catalog. */
  void finished(int kind, PagePosition place, boolean found);

  /** The run has ended, however it did. */
  @Override
  void close();
}
