package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.config.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConsumerLoopTest {

  private static final KafkaAccess ACCESS =
      new KafkaAccess(
          List.of("b-1.example:9092"),
          KafkaAccess.Protocol.PLAINTEXT,
          KafkaAccess.Mechanism.PLAIN,
          Optional.empty());

  private final HandWaits waits = new HandWaits();
  private final ConnectionHealth reach = new ConnectionHealth("The test");

  /** May look at the topic and not read it. */
  private static final class Refused implements ConsumerLoop.Work {

    @Override
    public ConsumerLoop.Member open() {
      MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
      Node[] none = {};
      consumer.updatePartitions(
          "topic", List.of(new PartitionInfo("topic", 0, Node.noNode(), none, none)));
      consumer.setPollException(GroupAuthorizationException.forGroupId("the-group"));
      return new ConsumerLoop.Member(consumer, "topic");
    }

    @Override
    public void step(Consumer<String, String> consumer) {}

    @Override
    public void received(
        Consumer<String, String> consumer, ConsumerRecords<String, String> records) {}

    @Override
    public Duration patience() {
      return Duration.ZERO;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
  }

  @Test
  void pausesLongerEachTimeWhereTheRightToReadIsMissing() throws Exception {
    List<Duration> slept = new ArrayList<>();
    ConsumerLoop loop = ConsumerLoop.start("test", new Refused(), ACCESS, reach, waits);
    while (slept.size() < 7) {
      slept.add(waits.slept.poll(1, TimeUnit.MINUTES));
      assertThat(reach.obstacle()).get().asString().contains("the group the-group");
    }
    loop.close();

    assertThat(slept).isSorted().contains(Duration.ofSeconds(30)).doesNotHaveDuplicates();
  }
}
