package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TopicReaderTest {

  private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

  @Test
  void endsWithAFailureWhereKafkaGivesNothingMore() {
    try (MockConsumer<String, String> reader = new MockConsumer<>("earliest")) {
      reader.assign(List.of(PARTITION));
      reader.seek(PARTITION, 3);
      reader.addRecord(new ConsumerRecord<>("topic", 0, 3, "key", "value"));
      List<String> read = new ArrayList<>();

      assertThatThrownBy(
              () ->
                  TopicReader.toTheEnd(
                      reader, Map.of(PARTITION, 7L), each -> read.add(each.value())))
          .isInstanceOf(SeawayException.class)
          .hasMessageContaining("topic-0 from 4 to 7");
      assertThat(read).containsExactly("value");
    }
  }
}
