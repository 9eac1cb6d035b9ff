package dev.seaway.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogClient;
import dev.seaway.core.catalog.ResyncState;
import dev.seaway.core.catalog.ResyncState.Status;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.InterruptibleLock;
import dev.seaway.service.listen.IntegrationWatch;
import dev.seaway.service.listen.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the catalog how runs stand, so that none is shown as running for ever. A catalog that does
 * not take it stops no run; how the run ended is then told later.
 */
final class RunState {

  private static final Logger log = LoggerFactory.getLogger(RunState.class);

  private final CatalogClient catalog;
  private final IntegrationWatch watch;
  private final Optional<Schedule> schedule;
  private final InstantSource clock;
  private final InterruptibleLock oneTelling =
      new InterruptibleLock("what the catalog is being told of an earlier run");
  private volatile Optional<ResyncState> untold = Optional.empty();

  RunState(
      CatalogClient catalog,
      IntegrationWatch watch,
      Optional<Schedule> schedule,
      InstantSource clock) {
    this.catalog = catalog;
    this.watch = watch;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Closes a run of an earlier process that was killed. */
  void closeForgotten(JsonNode integration) {
    JsonNode state = integration.path("resyncState");
    if (state.path("status").asText().toLowerCase(Locale.ROOT).equals("running")) {
      log.warn(
          "The run that began at {} has never reported its end, so the program was killed; it is"
              + " now marked as aborted",
          state.path("lastResyncStart").asText("an unknown time"));
      tell(state(Status.ABORTED, Optional.empty(), Optional.of(clock.instant())));
    }
  }

  void running(Instant start) {
    tell(state(Status.RUNNING, Optional.of(start), Optional.empty()));
  }

  /** False where the catalog has not taken it. */
  boolean ended(Status status, Instant start) {
    return tell(state(status, Optional.of(start), Optional.of(clock.instant())));
  }

  /** The same, where the program is about to end: it takes no longer than the patience. */
  void reportShutdown(Status status, Instant start, Duration patience) {
    Thread teller = Thread.ofVirtual().name("last-state").start(() -> ended(status, start));
    try {
      if (!teller.join(patience)) {
        log.warn("The catalog did not take the state of this run in {} s", patience.toSeconds());
        teller.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells once more how the last run ended, where the catalog has not taken it. */
  void reportAgain() {
    untold.ifPresent(state -> tell(state, () -> untold.equals(Optional.of(state))));
  }

  private ResyncState state(Status status, Optional<Instant> start, Optional<Instant> end) {
    return new ResyncState(
        status, start, end, schedule.flatMap(Schedule::next), schedule.map(Schedule::interval));
  }

  private boolean tell(ResyncState state) {
    return tell(state, () -> true);
  }

  /**
   * @param due whether it is still to be told once nothing else is being told
   */
  private boolean tell(ResyncState state, BooleanSupplier due) {
    try {
      return oneTelling.call(() -> !due.getAsBoolean() || isTaken(state));
    } catch (ApiException interrupted) {
      warn(state, interrupted);
      return false;
    }
  }

  private boolean isTaken(ResyncState state) {
    try {
      watch.changedByUs(catalog.resyncState(state));
      untold = Optional.empty();
      return true;
    } catch (SeawayException e) {
      warn(state, e);
      untold = Optional.of(state).filter(last -> last.end().isPresent());
      return false;
    }
  }

  private static void warn(ResyncState state, SeawayException failure) {
    log.warn(
        "The catalog did not take the state \"{}\" of this run: {}",
        state.status().name().toLowerCase(Locale.ROOT),
        failure.getMessage());
  }
}
