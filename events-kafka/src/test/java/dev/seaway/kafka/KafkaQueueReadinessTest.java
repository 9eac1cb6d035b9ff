package dev.seaway.kafka;

import static dev.seaway.kafka.QueueSteps.applied;
import static dev.seaway.kafka.QueueSteps.event;
import static dev.seaway.kafka.QueueSteps.putAtLast;
import static dev.seaway.kafka.QueueSteps.set;
import static dev.seaway.kafka.QueueSteps.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.connector.Secret;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import dev.seaway.service.events.QueueException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a queue says while Kafka does not read, or does not keep. */
@ExtendWith(TestBroker.Shared.class)
@Timeout(180)
class KafkaQueueReadinessTest {

  private static final String HOURS = Long.toString(Duration.ofHours(9).toMillis());

  private final HandWaits waits = new HandWaits();
  private final TestBroker broker;

  KafkaQueueReadinessTest(TestBroker broker) {
    this.broker = broker;
  }

  @Test
  void keepsNothingWhileTheBrokerIsAwayAndGoesOnAfterwards() throws Exception {
    try (KafkaQueue queue = open("away")) {
      queue.put(event("a", "1"));
      QueuedEvent taken = take(queue);
      broker.stop();

      assertThatThrownBy(() -> queue.put(event("a", "2")))
          .isInstanceOfSatisfying(
              QueueException.class, e -> assertThat(e.category()).isEqualTo(Category.EXTERNAL))
          .hasMessageContaining("does not answer")
          .hasMessageEndingWith("The event is not kept.");
      assertThat(queue.obstacle()).get().asString().contains("does not answer");

      queue.done(taken);
      broker.startAgain();
      putAtLast(queue, event("a", "3"));
      assertThat(lastOf(queue)).isEqualTo("3");
      assertThat(queue.obstacle()).isEmpty();
    }
  }

  @Test
  void isNotReadyWhereItReadsAndCannotKeep() throws Exception {
    try (Admin admin = broker.cluster().admin();
        KafkaQueue queue = openRefusing(admin, "unwritable")) {
      assertThatThrownBy(() -> queue.put(event("a", "1"))).isInstanceOf(QueueException.class);

      accept(admin, "unwritable", HOURS);
      sendAtLast("unwritable", "2");
      assertThat(applied(queue).event().payload()).isEqualTo("2");
      assertThat(queue.obstacle()).get().asString().contains("imestamp");

      waits.pass(Duration.ofMinutes(1));
      assertThat(queue.obstacle()).isEmpty();
    }
  }

  @Test
  void isReadyAgainAsSoonAsItKeepsAnEvent() throws Exception {
    try (Admin admin = broker.cluster().admin();
        KafkaQueue queue = openRefusing(admin, "writable-again")) {
      assertThatThrownBy(() -> queue.put(event("a", "1"))).isInstanceOf(QueueException.class);
      accept(admin, "writable-again", HOURS);
      putAtLast(queue, event("a", "2"));

      assertThat(applied(queue).event().payload()).isEqualTo("2");
      assertThat(queue.obstacle()).isEmpty();
    }
  }

  /** A topic that takes no record but those of this very millisecond, so to say none. */
  private KafkaQueue openRefusing(Admin admin, String topic) throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    accept(admin, topic, "0");
    return open(topic);
  }

  private static void accept(Admin admin, String topic, String millisOfAge) throws Exception {
    set(admin, topic, TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, millisOfAge);
  }

  @Test
  void saysWhichCredentialsAreRefused() {
    Cluster wrong =
        new Cluster(
            broker.access(),
            Optional.of(new Cluster.Login(TestBroker.username(), Secret.of("guessed"))));
    try (KafkaQueue queue = KafkaQueue.open(wrong, "refused", 1, waits)) {
      assertThatThrownBy(() -> queue.put(event("a", "1")))
          .isInstanceOfSatisfying(
              QueueException.class, e -> assertThat(e.category()).isEqualTo(Category.USER))
          .hasMessageContaining("refuses the user name or the password (PLAIN)")
          .hasMessageNotContaining("guessed");
    }
  }

  /** The event that was put while the broker went may have been kept nevertheless. */
  private static String lastOf(KafkaQueue queue) throws InterruptedException {
    String payload = applied(queue).event().payload();
    while (!payload.equals("3")) {
      payload = applied(queue).event().payload();
    }
    return payload;
  }

  /** A topic's new setting holds a little later. */
  private void sendAtLast(String topic, String message) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        broker.send(topic, message);
        return;
      } catch (ExecutionException e) {
        if (attempt == 100) {
          throw e;
        }
      }
    }
  }

  private KafkaQueue open(String topic) {
    return KafkaQueue.open(broker.cluster(), topic, 1, waits);
  }
}
