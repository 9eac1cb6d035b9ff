package dev.seaway.kafka;

import dev.seaway.service.events.EventQueue.QueuedEvent;

/** Where a record lies in a topic, as one number; in the first partition it is the offset. */
record RecordPosition(int partition, long offset) {

  private static final int OFFSET_BITS = 48;

  static RecordPosition of(QueuedEvent taken) {
    return new RecordPosition(
        (int) (taken.number() >>> OFFSET_BITS), taken.number() & ((1L << OFFSET_BITS) - 1));
  }

  long number() {
    return ((long) partition << OFFSET_BITS) | offset;
  }
}
