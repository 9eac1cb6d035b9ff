package dev.seaway.kafka;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a partition's events begin to be applied.
 *
 * @param loss what is missing there, a sentence for people
 */
record PartitionStart(long first, Optional<String> loss) {

  /**
   * @param done the first event that the group has not marked as applied; empty: it has marked none
   * @param oldest the first event that Kafka still has
   * @param end behind the last one
   */
  static PartitionStart of(OptionalLong done, long oldest, long end) {
    long first = done.orElse(oldest);
    if (first < oldest) {
      return new PartitionStart(oldest, Optional.of(expired(oldest - first)));
    }
    if (first > end) {
      return new PartitionStart(end, Optional.of(cutOff(first - end)));
    }
    return new PartitionStart(first, Optional.empty());
  }

  private static String expired(long events) {
    return ("%d events expired in Kafka before they were applied. A resync makes up for what they"
            + " changed. Keep events for longer: retention.ms and retention.bytes of the topic")
        .formatted(events);
  }

  private static String cutOff(long events) {
    return ("%d events that were marked as applied are not in Kafka any more: the topic was made"
            + " anew, or a replica that lagged behind became its leader. What else was lost with"
            + " them is not known; a resync makes up for it. It goes on from the topic's end")
        .formatted(events);
  }
}
