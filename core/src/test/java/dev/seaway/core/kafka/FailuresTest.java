package dev.seaway.core.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.config.KafkaAccess;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void sayThatReplicasAreMissing() {
    assertThat(sentence(new ExecutionException(new NotEnoughReplicasException("rejected"))))
        .contains("fewer replicas in sync than min.insync.replicas")
        .doesNotContain("protocol");
  }

  @Test
  void sayWhyAWaitWasInVain() {
    assertThat(
            sentence(
                new TimeoutException(
                    "not in the metadata", new UnknownTopicOrPartitionException("deleted"))))
        .contains("has no such topic")
        .doesNotContain("does not answer");
    assertThat(sentence(new TimeoutException("over"))).contains("does not answer");
  }

  private static String sentence(Throwable failure) {
    return Failures.sentence(failure, access("b-1.example:9092"));
  }

  private static KafkaAccess access(String broker) {
    return new KafkaAccess(
        List.of(broker),
        KafkaAccess.Protocol.SSL,
        KafkaAccess.Mechanism.PLAIN,
        Optional.empty());
  }
}
