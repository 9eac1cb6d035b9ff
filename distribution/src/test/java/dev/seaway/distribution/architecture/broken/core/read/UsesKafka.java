package dev.seaway.distribution.architecture.broken.core.read;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class UsesKafka {
  private UsesKafka() {}

  static int partition(TopicPartition place) {
    return place.partition();
  }
}
