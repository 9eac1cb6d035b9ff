package dev.seaway.core.events;

import dev.seaway.core.SeawayException;
import dev.seaway.core.http.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says when an event that failed is tried again. Where the tool or the catalog does not answer it
 * waits for days, for the event is not at fault; else it gives up soon.
 */
final class Retries {

  private static final int MOST_TRIES = 6;
  private static final Duration PATIENCE = Duration.ofDays(3);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  private Retries() {}

  /** The time of the next try; empty where the last one was the last. */
  static Optional<Instant> next(EventQueue.Taken taken, boolean outage, Instant now) {
    boolean again =
        outage
            ? now.isBefore(taken.event().received().plus(PATIENCE))
            : taken.attempt() < MOST_TRIES;
    Duration doubled =
        FIRST_PAUSE.multipliedBy(1L << Math.min(taken.attempt() - 1, MOST_DOUBLINGS));
    Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    return again ? Optional.of(now.plus(pause)) : Optional.empty();
  }

  /** Whether any other event would have failed as well. */
  static boolean isOutage(SeawayException failure) {
    Throwable cause = failure.getCause() instanceof ApiException api ? api : failure;
    return failure instanceof StandstillException
        || (cause instanceof ApiException api && isOutage(api));
  }

  private static boolean isOutage(ApiException failure) {
    return switch (failure.reason()) {
      case CREDENTIALS, TOKEN, RATE_LIMITED, UNREACHABLE, TIMEOUT, BROKEN_BODY, INTERRUPTED -> true;
      case STATUS -> failure.status().orElse(0) >= 500;
      case PERMISSION, NOT_FOUND, NOT_JSON, TOO_LARGE, FOREIGN_ORIGIN, REDIRECT -> false;
    };
  }
}
