package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.service.events.QueueException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestBroker.Shared.class)
@Timeout(60)
class EventProducerTest {

  private final TestBroker broker;

  EventProducerTest(TestBroker broker) {
    this.broker = broker;
  }

  @Test
  void tellsAnInterruptFromAFailureOfKafka() throws Exception {
    broker.topic("interrupted", "interrupted");
    try (EventProducer writing = new EventProducer(broker.cluster())) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> writing.write(new ProducerRecord<>("interrupted", "key", "value")))
          .isInstanceOf(QueueException.class)
          .hasMessage("The wait for Kafka was interrupted.");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void waitsForNoClientForEverAndTakesAnotherAfterwards() {
    var silent = new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
    var well = new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
    Iterator<Producer<String, String>> clients =
        List.<Producer<String, String>>of(silent, well).iterator();
    try (EventProducer writing =
        new EventProducer(broker.access(), clients::next, Duration.ofMillis(1))) {
      assertThatThrownBy(() -> writing.write(new ProducerRecord<>("events", "key", "value")))
          .isInstanceOf(QueueException.class)
          .hasMessageMatching(
              "Kafka at .* has neither kept nor refused an event for 0 seconds. The event counts"
                  + " as not kept.");
      assertThat(silent.closed()).isTrue();

      writing.write(new ProducerRecord<>("events", "key", "value"));
      assertThat(well.history()).hasSize(1);
    }
  }
}
