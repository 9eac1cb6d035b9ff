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

  /** The names of the headers that belong together. */
  private record Names(String limit, String remaining, String reset) {

    Names(String prefix) {
      this(prefix + "limit", prefix + "remaining", prefix + "reset");
    }
  }

  private static final List<Names> NAMES =
      Stream.of("x-ratelimit-", "ratelimit-", "x-rate-limit-").map(Names::new).toList();

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

  /**
   * Empty where the answer says nothing that makes sense.
   *
   * @param header finds a header's first value by its name in lower case
   */
  static Optional<RateLimit> of(Function<String, Optional<String>> header, Instant now) {
    for (Names names : NAMES) {
      Optional<RateLimit> told = read(names, header, now);
      if (told.isPresent()) {
        return told;
      }
    }
    return Optional.empty();
  }

  /** Whether the answer says that no request is left. */
  static boolean isUsedUp(Function<String, Optional<String>> header) {
    return values(header, Names::remaining)
        .flatMap(value -> count(value).stream())
        .anyMatch(n -> n == 0);
  }

  /** What the answer says of when the window ends, as it stands there. */
  static Optional<String> reset(Function<String, Optional<String>> header) {
    return values(header, Names::reset).findFirst();
  }

  private static Stream<String> values(
      Function<String, Optional<String>> header, Function<Names, String> name) {
    return NAMES.stream().flatMap(names -> header.apply(name.apply(names)).stream());
  }

  private static Optional<RateLimit> read(
      Names names, Function<String, Optional<String>> header, Instant now) {
    Optional<Instant> reset =
        header
            .apply(names.reset())
            .flatMap(value -> ServerWait.reset(value.strip(), now))
            .filter(wait -> wait.isPositive() && wait.compareTo(LONGEST_WAIT) <= 0)
            .map(now::plus);
    Optional<Long> remaining = header.apply(names.remaining()).flatMap(RateLimit::count);
    return reset.flatMap(
        until ->
            remaining.map(
                left -> new RateLimit(limit(header.apply(names.limit()), left), left, until)));
  }

  private static OptionalLong limit(Optional<String> told, long remaining) {
    return told.flatMap(RateLimit::count)
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
