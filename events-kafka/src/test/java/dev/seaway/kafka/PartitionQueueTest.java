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
    PartitionQueue partitionQueue = new PartitionQueue(0, 0);
    for (int offset = 0; offset <= PartitionQueue.AHEAD; offset++) {
      partitionQueue.received(new ConsumerRecord<>("topic", 0, offset, "subject", "payload"));
    }
    for (int offset = 0; offset < PartitionQueue.AHEAD; offset++) {
      partitionQueue.settle(partitionQueue.take(HandWaits.START).orElseThrow().number());
    }

    assertThat(partitionQueue.take(HandWaits.START)).isEmpty();
    assertThat(partitionQueue.uncommitted()).isEqualTo(OptionalLong.of(PartitionQueue.AHEAD));

    partitionQueue.committed(1);
    Optional<QueuedEvent> next = partitionQueue.take(HandWaits.START);
    assertThat(next).map(QueuedEvent::number).contains((long) PartitionQueue.AHEAD);
  }

  @Test
  void goesOnWithOtherSubjectsWhileOneWaits() {
    PartitionQueue partitionQueue = new PartitionQueue(0, 0);
    receive(partitionQueue, "a", "b", "a", "c");
    partitionQueue.later(offset(partitionQueue), HandWaits.START.plusSeconds(60));

    assertThat(settled(partitionQueue)).isEqualTo(1);
    assertThat(settled(partitionQueue)).isEqualTo(3);
    assertThat(partitionQueue.take(HandWaits.START)).isEmpty();
    assertThat(partitionQueue.uncommitted()).isEmpty();
    assertThat(partitionQueue.isFilled(HandWaits.START)).isFalse();

    Instant due = HandWaits.START.plusSeconds(60);
    assertThat(partitionQueue.take(due)).map(QueuedEvent::attempt).contains(2);
    partitionQueue.settle(0);
    assertThat(partitionQueue.uncommitted()).isEqualTo(OptionalLong.of(2));
    assertThat(partitionQueue.take(due)).map(QueuedEvent::number).contains(2L);
    partitionQueue.settle(2);
    assertThat(partitionQueue.uncommitted()).isEqualTo(OptionalLong.of(4));
  }

  @Test
  void takesNoMoreThanItMayBeginWhileOneWaits() {
    PartitionQueue partitionQueue = new PartitionQueue(0, 0);
    receive(partitionQueue, "a");
    partitionQueue.later(offset(partitionQueue), Instant.MAX);
    for (int offset = 1; offset < PartitionQueue.AHEAD; offset++) {
      partitionQueue.received(new ConsumerRecord<>("topic", 0, offset, "s" + offset, "payload"));
      assertThat(settled(partitionQueue)).isEqualTo(offset);
    }

    assertThat(partitionQueue.isFilled(HandWaits.START)).isTrue();
    assertThat(partitionQueue.size()).isEqualTo(1);
  }

  private static void receive(PartitionQueue partitionQueue, String... subjects) {
    for (int offset = 0; offset < subjects.length; offset++) {
      partitionQueue.received(
          new ConsumerRecord<>("topic", 0, offset, subjects[offset], "payload"));
    }
  }

  private static long offset(PartitionQueue partitionQueue) {
    return partitionQueue.take(HandWaits.START).orElseThrow().number();
  }

  private static long settled(PartitionQueue partitionQueue) {
    long offset = offset(partitionQueue);
    partitionQueue.settle(offset);
    return offset;
  }
}
