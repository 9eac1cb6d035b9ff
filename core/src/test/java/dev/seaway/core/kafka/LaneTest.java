package dev.seaway.core.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.events.EventQueue.Taken;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LaneTest {

  @Test
  void goesNoFurtherAheadOfWhatKafkaHasNotedThanARunElsewhereLooks() {
    Lane lane = new Lane(0, 0);
    for (int offset = 0; offset <= Lane.AHEAD; offset++) {
      lane.received(new ConsumerRecord<>("topic", 0, offset, "subject", "payload"));
    }
    for (int offset = 0; offset < Lane.AHEAD; offset++) {
      lane.settle(lane.take(HandWaits.START).orElseThrow().number());
    }

    assertThat(lane.take(HandWaits.START)).isEmpty();
    assertThat(lane.uncommitted()).isEqualTo(OptionalLong.of(Lane.AHEAD));

    lane.committed(1);
    Optional<Taken> next = lane.take(HandWaits.START);
    assertThat(next).map(Taken::number).contains((long) Lane.AHEAD);
  }
}
