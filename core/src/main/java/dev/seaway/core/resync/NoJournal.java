package dev.seaway.core.resync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.read.PagePosition;
import dev.seaway.core.reconcile.SeenEntities;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Each run starts from the beginning. */
record NoJournal() implements RunJournal {

  @Override
  public Instant begin(Instant start, SeenEntities sees) {
    return start;
  }

  @Override
  public boolean isResumed() {
    return false;
  }

  @Override
  public Optional<Checkpoint> mark(int kind, Map<String, JsonNode> values) {
    return Optional.empty();
  }

  @Override
  public void finished(int kind, PagePosition place, boolean found) {}

  @Override
  public void close() {}
}
