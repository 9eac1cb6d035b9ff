package dev.seaway.core.http;

import dev.seaway.connector.ApiRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a server asks to wait: {@code Retry-After}, and on 429 {@code X-RateLimit-Reset}. */
final class ServerWait {

  /** Larger numbers are points in time: ten years of waiting are no answer. */
  private static final long LARGEST_DELTA_SECONDS = 315_360_000;

  /** Quotas last a day at most. A longer wait is taken for a fault of the server. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Of waits that no run is bound to end by. */
  static final Duration UNBOUNDED = Duration.ofDays(36_500);

  private static final long SMALLEST_EPOCH_MILLIS = 100_000_000_000L;

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,15})(?:\\.[0-9]*+)?");

  /** RFC 9110, section 5.6.7: the form of today and the two of yesterday. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.EPOCH)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.US)
              .withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US)
              .withZone(ZoneOffset.UTC));

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

  /**
   * What becomes of a failure whose server asks for more than this process may wait.
   *
   * @param waits all that it has asked this request for in a row
   */
  static ApiException tooLong(
      ApiException failure, Instant until, Duration waits, Duration longest) {
    String message =
        "%s. The server asks to wait until %s, %s"
            .formatted(
                failure.getMessage(), until.truncatedTo(ChronoUnit.SECONDS), bound(waits, longest));
    return new ApiException(
        failure.reason(), failure.status().orElseThrow(), failure.body(), message);
  }

  /**
   * What becomes of a request that would wait longer than this process may for the end of a window.
   *
   * @param waits all that it would have waited in a row
   */
  static ApiException tooLong(ApiRequest request, Instant until, Duration waits, Duration longest) {
    return new ApiException(
        ApiException.Reason.RATE_LIMITED,
        "%s is not sent, for the rate limit is used up until %s, %s"
            .formatted(request, until.truncatedTo(ChronoUnit.SECONDS), bound(waits, longest)));
  }

  private static String bound(Duration waits, Duration longest) {
    return "%d seconds in all, and this run waits %d at most; run it again after that time, or raise OCEAN__SEAWAY__LONGEST_SERVER_WAIT"
        .formatted(waits.toSeconds(), longest.toSeconds());
  }

  /** A 429, in this or other words, is about the client; any other failure is about the request. */
  static boolean concernsAll(ApiException failure) {
    return failure.reason() == ApiException.Reason.RATE_LIMITED;
  }

  static String reason(ApiException failure, Instant until) {
    return failure.getMessage()
        + " (waiting as the server asks, until "
        + until.truncatedTo(ChronoUnit.SECONDS)
        + ")";
  }

  private static Optional<Duration> retryAfter(String value, Instant now) {
    return number(value)
        .map(number -> fromNumber(number, now))
        .or(() -> date(value).map(until -> Duration.between(now, until)));
  }

  private static Optional<Duration> reset(ApiException failure, Instant now) {
    if (!concernsAll(failure)) {
      return Optional.empty();
    }
    return RateLimit.reset(failure::header).flatMap(value -> reset(value.strip(), now));
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
    Matcher number = NUMBER.matcher(value);
    return number.matches() ? Optional.of(Long.parseLong(number.group(1))) : Optional.empty();
  }

  private static Optional<Instant> date(String value) {
    return DATES.stream()
        .flatMap(form -> parsed(value, form).stream())
        .findFirst()
        .or(() -> isoDate(value));
  }

  private static Optional<Instant> parsed(String value, DateTimeFormatter form) {
    try {
      return Optional.of(form.parse(value, Instant::from));
    } catch (DateTimeException e) {
      // Another form may fit.
      return Optional.empty();
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
