package dev.seaway.service.events;

import dev.seaway.core.SeawayException;
import dev.seaway.core.catalog.CatalogException;
import dev.seaway.core.http.ApiException;
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
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  private Retries() {}

  /** The time of the next try; empty where the last one was the last. */
  static Optional<Instant> next(EventQueue.QueuedEvent taken, boolean outage, Instant now) {
    boolean again =
        outage
            ? now.isBefore(taken.event().received().plus(PATIENCE))
            : taken.attempt() < MOST_TRIES;
    Duration doubled =
        FIRST_PAUSE.multipliedBy(1L << Math.min(taken.attempt() - 1, MOST_DOUBLINGS));
    Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    return again ? Optional.of(now.plus(pause)) : Optional.empty();
  }

  /**
   * Whether it is the other side that must be mended, and not the event or its mapping: then it is
   * as good after days as it is now.
   */
  static boolean isOutage(SeawayException failure) {
    return switch (failure) {
      case StandstillException _ -> true;
      case ApiException api -> isOutage(api);
      case CatalogException _ when failure.getCause() instanceof ApiException api -> isOutage(api);
      // The catalog has answered, and not what was asked.
      case CatalogException _ -> true;
      default -> false;
    };
  }

  private static boolean isOutage(ApiException failure) {
    return switch (failure.reason()) {
      case CREDENTIALS,
          PERMISSION,
          NOT_FOUND,
          TOKEN,
          RATE_LIMITED,
          UNREACHABLE,
          TIMEOUT,
          BROKEN_BODY,
          NOT_JSON,
          FOREIGN_ORIGIN,
          REDIRECT,
          INTERRUPTED ->
          true;
      case STATUS -> isOutage(failure.status().orElse(0));
      case TOO_LARGE -> false;
    };
  }

  /** Of the answers to a wrong request some say that the request as such was not looked at. */
  private static boolean isOutage(int status) {
    return switch (status) {
      case 407, 408, 421, 425 -> true;
      default -> status < 400 || status >= 500;
    };
  }
}
