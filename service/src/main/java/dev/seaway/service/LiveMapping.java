package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.http.ApiException;
import dev.seaway.mapping.MappingDocument;
import dev.seaway.service.events.StandstillException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mapping that live events are applied by. It is read anew every few seconds, for a process
 * that runs no resync hears of no change; and by an older one nothing is deleted. Thread-safe.
 */
final class LiveMapping implements LiveEventFlow.Mapping {

  private static final Logger log = LoggerFactory.getLogger(LiveMapping.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Read(JsonNode json, MappingDocument document, Instant asked) {}

  private final Supplier<MappingChoice> choice;
  private final Function<MappingChoice, MappingDocument> reader;
  private final InstantSource clock;
  private @Nullable Read last;

  /**
   * @param choice asks for the mapping as it is now
   * @param reader throws where the mapping has faults
   */
  LiveMapping(
      Supplier<MappingChoice> choice,
      Function<MappingChoice, MappingDocument> reader,
      InstantSource clock) {
    this.choice = choice;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public synchronized MappingDocument now() {
    Read known = last;
    boolean isFresh = known != null && clock.instant().isBefore(known.asked().plus(FRESH));
    return known != null && isFresh ? known.document() : readAnew();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // The same object as long as it is the same.
  public synchronized boolean isStill(MappingDocument used) {
    return readAnew() == used;
  }

  private MappingDocument readAnew() {
    Instant asked = clock.instant();
    try {
      MappingChoice chosen = choice.get();
      Read known = last;
      MappingDocument document =
          known != null && known.json().equals(chosen.json())
              ? known.document()
              : changed(chosen, known);
      last = new Read(chosen.json(), document, asked);
      return document;
    } catch (SeawayException e) {
      throw e.getCause() instanceof ApiException && !isRefusal(e) ? e : new StandstillException(e);
    }
  }

  /** What the catalog refuses here concerns no single event. */
  private static boolean isRefusal(SeawayException failure) {
    return failure instanceof CatalogException catalog && catalog.refusal().isPresent();
  }

  /** By a mapping with faults no resync writes anything, so that the one before it still counts. */
  private MappingDocument changed(MappingChoice chosen, @Nullable Read before) {
    try {
      return reader.apply(chosen);
    } catch (SeawayException e) {
      if (before == null) {
        throw e;
      }
      log.warn("Live events use the previous mapping: {}", e.getMessage());
      return before.document();
    }
  }
}
