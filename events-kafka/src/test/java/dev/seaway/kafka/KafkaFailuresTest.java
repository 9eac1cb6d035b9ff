package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.config.KafkaAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaFailuresTest {

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

  @Test
  void sayWhichBrokerHasNoAddress() {
    assertThat(ofConnecting(access("nowhere.invalid:9092")))
        .contains("No resolvable bootstrap urls")
        .doesNotContain("Failed to c");
  }

  @Test
  void sayWhatIsWrongWithTheAuthorities(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ca.pem");
    assertThat(ofConnecting(access(file))).contains("there is no file " + file);

    Files.writeString(file, "no certificate");
    assertThat(ofConnecting(access(file)))
        .contains("No matching CERTIFICATE entries in PEM file")
        .doesNotContain("Failed to c");
  }

  private static String ofConnecting(KafkaAccess access) {
    try (Admin _ = new Cluster(access, Optional.empty()).admin()) {
      throw new AssertionError("It connects");
    } catch (KafkaException e) {
      return KafkaFailures.sentence(e, access);
    }
  }

  private static String sentence(Throwable failure) {
    return KafkaFailures.sentence(failure, access("b-1.example:9092"));
  }

  private static KafkaAccess access(String broker) {
    return new KafkaAccess(
        List.of(broker), KafkaAccess.Protocol.SSL, KafkaAccess.Mechanism.PLAIN, Optional.empty());
  }

  private static KafkaAccess access(Path certificates) {
    return new KafkaAccess(
        List.of("127.0.0.1:9"),
        KafkaAccess.Protocol.SSL,
        KafkaAccess.Mechanism.PLAIN,
        Optional.of(certificates));
  }
}
