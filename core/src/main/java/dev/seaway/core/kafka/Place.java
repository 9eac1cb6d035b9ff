package dev.seaway.core.kafka;

import dev.seaway.core.events.EventQueue.Taken;

/** Where a record lies in a topic, as one number; in the first partition it is the offset. */
record Place(int partition, long offset) {

  private static final int OFFSET_BITS = 48;

  static Place of(Taken taken) {
    return new Place(
        (int) (taken.number() >>> OFFSET_BITS), taken.number() & ((1L << OFFSET_BITS) - 1));
  }

  long number() {
    return ((long) partition << OFFSET_BITS) | offset;
  }
}
