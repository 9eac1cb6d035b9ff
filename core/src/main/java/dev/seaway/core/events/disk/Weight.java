package dev.seaway.core.events.disk;

import dev.seaway.core.events.DeadLetter;
import dev.seaway.core.events.EventQueue.Posted;

/**
 * About what events take.
 *
 * @param disk bytes in the file
 * @param memory bytes of the heap
 */
record Weight(long disk, long memory) {

  static final Weight NONE = new Weight(0, 0);

  private static final long MOST_MEMORY = 64L << 20;
  private static final int SHARE_OF_HEAP = 4;

  private static final int FRAME = 200;
  // Measured: 540 with a key and a subject of its own. And room for a rewrite and growing tables.
  private static final int OBJECTS = 700;

  static Weight of(Posted event) {
    long key = event.key().map(Weight::memory).orElse(0L);
    return new Weight(
        FRAME + event.subject().length() + event.payload().length(),
        OBJECTS + key + memory(event.subject()) + memory(event.payload()));
  }

  static Weight of(DeadLetter letter) {
    return of(letter.event()).plus(new Weight(letter.reason().length(), memory(letter.reason())));
  }

  /** A character takes two bytes where one of the text is not of Latin-1. */
  private static long memory(String text) {
    boolean wide = text.chars().anyMatch(character -> character > 0xFF);
    return wide ? 2L * text.length() : text.length();
  }

  /** The memory that all events may take, of a heap of that size. */
  static long mostMemory(long heap) {
    return Math.min(MOST_MEMORY, heap / SHARE_OF_HEAP);
  }

  Weight plus(Weight other) {
    return new Weight(disk + other.disk, memory + other.memory);
  }

  Weight minus(Weight other) {
    return new Weight(disk - other.disk, memory - other.memory);
  }
}
