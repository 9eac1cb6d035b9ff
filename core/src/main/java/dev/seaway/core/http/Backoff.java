package dev.seaway.core.http;

import java.time.Duration;

/**
 * Pauses that double from try to try.
 *
 * @param first bound of the pause after the first failure
 * @param longest bound of every pause
 */
public record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 30;

  /**
   * The pause after a failure.
   *
   * @param failures how many there were in a row, at least 1
   */
  public Duration after(int failures) {
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /**
   * A random part of that pause, so that those who failed together do not come again together.
   *
   * @param failures how many there were in a row, at least 1
   * @param chance a random number from 0 to 1
   */
  public Duration after(int failures, double chance) {
    return Duration.ofNanos((long) (after(failures).toNanos() * chance));
  }
}
