package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.events.EventQueue.QueuedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PartitionQueueTest {

  @Test
  void goesNoFurtherAheadOfWhatKafkaHasNotedThanARunElsewhereLooks() {
    PartitionQueue lane = new PartitionQueue(0, 0);
    for (int offset = 0; offset <= PartitionQueue.AHEAD; offset++) {
      lane.received(new ConsumerRecord<>("topic", 0, offset, "subject", "payload"));
    }
    for (int offset = 0; offset < PartitionQueue.AHEAD; offset++) {
      lane.settle(lane.take(HandWaits.START).orElseThrow().number());
    }

    assertThat(lane.take(HandWaits.START)).isEmpty();
    assertThat(lane.uncommitted()).isEqualTo(OptionalLong.of(PartitionQueue.AHEAD));

    lane.committed(1);
    Optional<QueuedEvent> next = lane.take(HandWaits.START);
    assertThat(next).map(QueuedEvent::number).contains((long) PartitionQueue.AHEAD);
  }

  @Test
  void goesOnWithOtherSubjectsWhileOneWaits() {
    PartitionQueue lane = new PartitionQueue(0, 0);
    receive(lane, "a", "b", "a", "c");
    lane.later(offset(lane), HandWaits.START.plusSeconds(60));

    assertThat(settled(lane)).isEqualTo(1);
    assertThat(settled(lane)).isEqualTo(3);
    assertThat(lane.take(HandWaits.START)).isEmpty();
    assertThat(lane.uncommitted()).isEmpty();
    assertThat(lane.isFilled(HandWaits.START)).isFalse();

    Instant due = HandWaits.START.plusSeconds(60);
    assertThat(lane.take(due)).map(QueuedEvent::attempt).contains(2);
    lane.settle(0);
    assertThat(lane.uncommitted()).isEqualTo(OptionalLong.of(2));
    assertThat(lane.take(due)).map(QueuedEvent::number).contains(2L);
    lane.settle(2);
    assertThat(lane.uncommitted()).isEqualTo(OptionalLong.of(4));
  }

  @Test
  void takesNoMoreThanItMayBeginWhileOneWaits() {
    PartitionQueue lane = new PartitionQueue(0, 0);
    receive(lane, "a");
    lane.later(offset(lane), Instant.MAX);
    for (int offset = 1; offset < PartitionQueue.AHEAD; offset++) {
      lane.received(new ConsumerRecord<>("topic", 0, offset, "s" + offset, "payload"));
      assertThat(settled(lane)).isEqualTo(offset);
    }

    assertThat(lane.isFilled(HandWaits.START)).isTrue();
    assertThat(lane.size()).isEqualTo(1);
  }

  private static void receive(PartitionQueue lane, String... subjects) {
    for (int offset = 0; offset < subjects.length; offset++) {
      lane.received(new ConsumerRecord<>("topic", 0, offset, subjects[offset], "payload"));
    }
  }

  private static long offset(PartitionQueue lane) {
    return lane.take(HandWaits.START).orElseThrow().number();
  }

  private static long settled(PartitionQueue lane) {
    long offset = offset(lane);
    lane.settle(offset);
    return offset;
  }
}
