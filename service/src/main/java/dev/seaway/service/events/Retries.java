package dev.seaway.service.events;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says when an event that failed is tried again. Where the tool or the catalog gives no answer that
 * tells anything of it, it waits for days, for the event is not at fault; else it gives up soon.
 */
final class Retries {

  private static final int MOST_TRIES = 6;
  private static final Duration PATIENCE = Duration.ofDays(3);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  private Retries() {}

  /** The time of the next try; empty where the last one was the last. */
  static Optional<Instant> next(EventQueue.QueuedEvent taken, boolean outage, Instant now) {
    boolean again =
        outage
            ? now.isBefore(taken.event().received().plus(PATIENCE))
            : taken.attempt() < MOST_TRIES;
    return again ? Optional.of(now.plus(BACKOFF.after(taken.attempt()))) : Optional.empty();
  }

  /**
   * Whether it is the other side that must be mended, and not the event or its mapping: then it is
   * as good after days as it is now.
   */
  static boolean isOutage(SeawayException failure) {
    return switch (failure) {
      case StandstillException _ -> true;
      case ApiException api -> api.isOutage();
      case CatalogException _ when failure.getCause() instanceof ApiException api -> api.isOutage();
      // The catalog has answered, and not what was asked.
      case CatalogException _ -> true;
      default -> false;
    };
  }
}
