package dev.seaway.core.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long a server asks to wait: {@code Retry-After}, and on 429 {@code X-RateLimit-Reset}. */
final class ServerWait {

  /** Larger numbers are points in time: ten years of waiting are no answer. */
  private static final long LARGEST_DELTA_SECONDS = 315_360_000;

  /** Quotas last a day at most. A longer wait is taken for a fault of the server. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final long SMALLEST_EPOCH_MILLIS = 100_000_000_000L;

  private ServerWait() {}

  /** Empty where the server names none, one that is already over, or one that is too long. */
  static Optional<Duration> of(ApiException failure, Instant now) {
    return failure
        .header("retry-after")
        .flatMap(value -> retryAfter(value.strip(), now))
        .or(() -> reset(failure, now))
        .filter(Duration::isPositive)
        .filter(wait -> wait.compareTo(LONGEST) <= 0);
  }

  /** A 429 is about the client; any other failure is about the request. */
  static boolean concernsAll(ApiException failure) {
    return failure.status().orElse(0) == 429;
  }

  static String reason(ApiException failure, Instant until) {
    return failure.getMessage()
        + " (waiting as the server asks, until "
        + until.truncatedTo(ChronoUnit.SECONDS)
        + ")";
  }

  private static Optional<Duration> retryAfter(String value, Instant now) {
    return number(value)
        .map(Duration::ofSeconds)
        .or(() -> date(value).map(until -> Duration.between(now, until)));
  }

  private static Optional<Duration> reset(ApiException failure, Instant now) {
    if (!concernsAll(failure)) {
      return Optional.empty();
    }
    return failure.header("x-ratelimit-reset").flatMap(value -> reset(value.strip(), now));
  }

  /** The time to go until a {@code X-RateLimit-Reset}, which may be over. */
  static Optional<Duration> reset(String value, Instant now) {
    return number(value)
        .map(number -> fromNumber(number, now))
        .or(() -> isoDate(value).map(until -> Duration.between(now, until)));
  }

  private static Duration fromNumber(long number, Instant now) {
    if (number <= LARGEST_DELTA_SECONDS) {
      return Duration.ofSeconds(number);
    }
    Instant until =
        number < SMALLEST_EPOCH_MILLIS
            ? Instant.ofEpochSecond(number)
            : Instant.ofEpochMilli(number);
    return Duration.between(now, until);
  }

  private static Optional<Long> number(String value) {
    return value.matches("[0-9]{1,15}(\\.[0-9]*)?")
        ? Optional.of(Long.parseLong(value.replaceFirst("\\..*", "")))
        : Optional.empty();
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return isoDate(value);
    }
  }

  private static Optional<Instant> isoDate(String value) {
    try {
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      // A header that nobody can read is as good as none: the pipeline backs off by itself.
      return Optional.empty();
    }
  }
}
