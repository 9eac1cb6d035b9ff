package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.SeawayException;
import dev.seaway.core.config.KafkaAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TopicsTest {

  @Test
  void doNotLetASenderStandInAQueueWhereKafkaIsSilent() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Topics topics = new Topics(at(silent), "away", 1);
      Thread first = Thread.ofPlatform().daemon().start(() -> tryToMake(topics));
      connected(silent);

      assertThatThrownBy(topics::makeSoon)
          .isInstanceOf(SeawayException.class)
          .hasMessage("Kafka has not answered yet.");
      assertThat(first.isAlive()).isTrue();
    }
  }

  private static void tryToMake(Topics topics) {
    try {
      topics.make();
    } catch (SeawayException e) {
      assertThat(e).hasMessageContaining("does not answer");
    }
  }

  /** From then on somebody waits for an answer. The connection is closed with the test's end. */
  @SuppressWarnings("resource")
  private static void connected(ServerSocket silent) throws IOException {
    silent.accept();
  }

  private static Cluster at(ServerSocket broker) {
    return new Cluster(
        new KafkaAccess(
            List.of("127.0.0.1:" + broker.getLocalPort()),
            KafkaAccess.Protocol.PLAINTEXT,
            KafkaAccess.Mechanism.PLAIN,
            Optional.empty()),
        Optional.empty());
  }
}
