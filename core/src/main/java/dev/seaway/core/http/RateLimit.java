package dev.seaway.core.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an answer says of the requests that are left.
 *
 * @param limit requests of one window, where it is told
 * @param remaining requests that are left
 * @param reset when the window ends and the next begins
 */
record RateLimit(OptionalLong limit, long remaining, Instant reset) {

  /**
   * A window that ends later is not waited for: its header may be nonsense, and if it is not, a 429
   * will say so.
   */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /** Where the end is told in seconds to go, it moves a little from answer to answer. */
  private static final Duration SAME_WINDOW = Duration.ofSeconds(2);

  private static final List<String> PREFIXES =
      List.of("x-ratelimit-", "ratelimit-", "x-rate-limit-");

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

  /**
   * Empty where the answer says nothing that makes sense.
   *
   * @param header finds a header's first value by its name in lower case
   */
  static Optional<RateLimit> of(Function<String, Optional<String>> header, Instant now) {
    return PREFIXES.stream()
        .flatMap(prefix -> read(name -> header.apply(prefix + name), now).stream())
        .findFirst();
  }

  /** Whether the answer says that no request is left. */
  static boolean isUsedUp(Function<String, Optional<String>> header) {
    return values(header, "remaining")
        .flatMap(value -> count(value).stream())
        .anyMatch(n -> n == 0);
  }

  /** What the answer says of when the window ends, as it stands there. */
  static Optional<String> reset(Function<String, Optional<String>> header) {
    return values(header, "reset").findFirst();
  }

  private static Stream<String> values(Function<String, Optional<String>> header, String what) {
    return PREFIXES.stream().flatMap(prefix -> header.apply(prefix + what).stream());
  }

  private static Optional<RateLimit> read(Function<String, Optional<String>> header, Instant now) {
    Optional<Instant> reset =
        header
            .apply("reset")
            .flatMap(value -> ServerWait.reset(value.strip(), now))
            .filter(wait -> wait.isPositive() && wait.compareTo(LONGEST_WAIT) <= 0)
            .map(now::plus);
    Optional<Long> remaining = header.apply("remaining").flatMap(RateLimit::count);
    return reset.flatMap(
        until -> remaining.map(left -> new RateLimit(limit(header, left), left, until)));
  }

  private static OptionalLong limit(Function<String, Optional<String>> header, long remaining) {
    return header
        .apply("limit")
        .flatMap(RateLimit::count)
        .filter(limit -> limit > 0 && limit >= remaining)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private static Optional<Long> count(String value) {
    return Optional.of(value.strip())
        .filter(text -> COUNT.matcher(text).matches())
        .map(Long::parseLong);
  }

  /** Whether it goes on. A clock that was set back makes it no longer than it can have been. */
  boolean isOpen(Instant now) {
    return reset.isAfter(now) && !reset.isAfter(now.plus(LONGEST_WAIT).plus(SAME_WINDOW));
  }

  /**
   * What both say together. Answers may overtake each other: of one window the lower number is the
   * later one.
   */
  RateLimit and(RateLimit later) {
    boolean sameWindow = Duration.between(reset, later.reset).abs().compareTo(SAME_WINDOW) <= 0;
    return sameWindow && remaining < later.remaining
        ? new RateLimit(later.limit, remaining, later.reset)
        : later;
  }
}
