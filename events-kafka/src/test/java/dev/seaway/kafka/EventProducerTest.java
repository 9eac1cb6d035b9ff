package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.service.events.QueueException;
import org.apache.kafka.clients.producer.ProducerRecord;
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
}
