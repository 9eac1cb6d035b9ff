package dev.seaway.mapping.jq;

import java.time.Duration;

/**
 * What one evaluation may use up. An evaluation that needs more fails; the thread goes on.
 *
 * @param steps elementary steps, such as one element of an iteration; by default 20 million
 * @param time from beginning to end; by default 2 seconds
 * @param memoryBytes estimated size of all values that it makes; by default 64 MiB
 * @param depth calls of functions inside one another; by default 1,000
 */
public record Limits(long steps, Duration time, long memoryBytes, int depth) {

  /** The longest expression, in characters, that is compiled. */
  public static final int MAX_EXPRESSION_LENGTH = 20_000;

  /** How deep an output may be nested: as deep as the JSON that can be read. */
  public static final int MAX_OUTPUT_DEPTH = 1_000;

  public static final Limits DEFAULT =
      new Limits(20_000_000, Duration.ofSeconds(2), 64L << 20, 1_000);

  public Limits {
    if (steps < 1 || time.isNegative() || time.isZero() || memoryBytes < 1 || depth < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: %d steps, %s, %d bytes, %d calls"
              .formatted(steps, time, memoryBytes, depth));
    }
  }
}
