package dev.seaway.mapping.jq;

import java.time.Duration;

/**
 * What one evaluation may use up. An evaluation that needs more fails; the thread goes on.
 *
 * @param steps elementary steps, such as one element of an iteration; by default 20 million
 * @param time from beginning to end; by default 2 seconds
 * @param memoryBytes estimated size of all values that it makes; by default 64 MiB, or a quarter of
 *     the heap if that is less
 * @param depth levels inside one another, of which a call takes three or more; by default 3,000,
 *     for which less than a stack of 1 MiB is enough
 */
public record Limits(long steps, Duration time, long memoryBytes, int depth) {

  /** The longest expression, in characters, that is compiled. */
  public static final int MAX_EXPRESSION_LENGTH = 20_000;

  /** How deep an output may be nested: as deep as the JSON that can be read. */
  public static final int MAX_OUTPUT_DEPTH = 1_000;

  public static final Limits DEFAULT = forHeap(Runtime.getRuntime().maxMemory());

  private static final long MOST_MEMORY = 64L << 20;
  private static final int SHARE_OF_HEAP = 4;

  public Limits {
    if (steps < 1 || time.isNegative() || time.isZero() || memoryBytes < 1 || depth < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: %d steps, %s, %d bytes, %d levels"
              .formatted(steps, time, memoryBytes, depth));
    }
  }

  static Limits forHeap(long bytes) {
    return new Limits(
        20_000_000, Duration.ofSeconds(2), Math.min(MOST_MEMORY, bytes / SHARE_OF_HEAP), 3_000);
  }
}
