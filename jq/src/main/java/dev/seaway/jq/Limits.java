package dev.seaway.jq;

import java.time.Duration;

/**
 * What one evaluation may use up. An evaluation that needs more fails; the thread goes on.
 *
 * @param steps elementary steps, such as one element of an iteration; by default 20 million
 * @param time of the processor, from beginning to end; by default 2 seconds
 * @param memoryBytes estimated size of all values that it makes; by default 64 MiB, or a quarter of
 *     the heap if that is less
 * @param outputLength characters of one output, by an estimate: those of its texts and keys, and 8
 *     for each value; by default 16,777,216, or a sixteenth of the heap's bytes if that is less
 * @param depth levels inside one another, of which a call takes three or more; by default 3,000,
 *     for which less than a stack of 1 MiB is enough
 */
public record Limits(long steps, Duration time, long memoryBytes, long outputLength, int depth) {

  /** The longest expression, in characters, that is compiled. */
  public static final int MAX_EXPRESSION_LENGTH = 20_000;

  /** How deep an output may be nested: as deep as the JSON that can be read. */
  public static final int MAX_OUTPUT_DEPTH = 1_000;

  public static final Limits DEFAULT = forHeap(Runtime.getRuntime().maxMemory());

  private static final long MOST_MEMORY = 64L << 20;
  private static final int SHARE_OF_HEAP = 4;
  private static final long MOST_OUTPUT = 16L << 20;
  private static final int OUTPUT_SHARE_OF_HEAP = 16;

  public Limits {
    long least = Math.min(Math.min(steps, memoryBytes), Math.min(outputLength, depth));
    if (least < 1 || !time.isPositive()) {
      throw new IllegalArgumentException(
          "limits must be positive: %d steps, %s, %d bytes, %d characters, %d levels"
              .formatted(steps, time, memoryBytes, outputLength, depth));
    }
  }

  static Limits forHeap(long bytes) {
    return new Limits(
        20_000_000,
        Duration.ofSeconds(2),
        Math.min(MOST_MEMORY, bytes / SHARE_OF_HEAP),
        Math.min(MOST_OUTPUT, bytes / OUTPUT_SHARE_OF_HEAP),
        3_000);
  }
}
