package dev.seaway.kafka;

import static dev.seaway.kafka.QueueSteps.applied;
import static dev.seaway.kafka.QueueSteps.event;
import static dev.seaway.kafka.QueueSteps.putAtLast;
import static dev.seaway.kafka.QueueSteps.set;
import static dev.seaway.kafka.QueueSteps.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.events.EventQueue.QueuedEvent;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Topics that somebody deletes while they are in use. */
@ExtendWith(TestBroker.Shared.class)
@Timeout(240)
class DeletedTopicTest {

  private static final String HOUR = "3600000";

  private final HandWaits waits = new HandWaits();
  private final TestBroker broker;

  DeletedTopicTest(TestBroker broker) {
    this.broker = broker;
  }

  @Test
  void isMadeAgainByWhoeverKeepsAnEventWithTheSettingsThatItHad() throws Exception {
    String topic = "deleted";
    try (Admin admin = broker.cluster().admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
      set(admin, topic, TopicConfig.RETENTION_MS_CONFIG, HOUR);
      try (KafkaQueue queue = open(topic)) {
        apply(queue, "1", "2", "3");

        admin.deleteTopics(List.of(topic)).all().get();

        putAtLast(queue, event("a", "4"));
        assertThat(applied(queue).event().payload()).isEqualTo("4");
        assertThat(queue.obstacle()).isEmpty();
        assertThat(partitions(admin, topic)).isEqualTo(2);
        assertThat(setting(admin, topic, TopicConfig.RETENTION_MS_CONFIG)).isEqualTo(HOUR);
      }
    }
  }

  @Test
  void isMadeAgainByWhoeverReadsIt() throws Exception {
    String topic = "deleted-and-idle";
    try (Admin admin = broker.cluster().admin();
        KafkaQueue queue = open(topic)) {
      apply(queue, "1");

      admin.deleteTopics(List.of(topic)).all().get();
      broker.awaitTopic(topic);

      broker.send(topic, "2");
      assertThat(applied(queue).event().payload()).isEqualTo("2");
    }
  }

  @Test
  void isReadFromItsBeginningWhereAnotherProcessMadeItAgain() throws Exception {
    String topic = "replaced";
    try (Admin admin = broker.cluster().admin();
        KafkaQueue queue = open(topic)) {
      apply(queue, "1", "2", "3");

      admin.deleteTopics(List.of(topic)).all().get();
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      broker.send(topic, "4", "5");

      assertThat(applied(queue).event().payload()).isEqualTo("4");
      assertThat(applied(queue).event().payload()).isEqualTo("5");
    }
  }

  @Test
  void takesItsDeadLettersAgain() throws Exception {
    String topic = "dead-deleted";
    try (Admin admin = broker.cluster().admin();
        KafkaQueue queue = open(topic);
        KafkaDeadLetters dead =
            new KafkaDeadLetters(broker.cluster(), new Topics(broker.cluster(), topic, 1), waits)) {
      queue.put(event("a", "1"));
      QueuedEvent taken = take(queue);
      queue.deadLetter(taken, "why");
      admin.deleteTopics(List.of(topic + ".dead")).all().get();

      queue.put(event("a", "2"));
      QueuedEvent next = take(queue);
      queue.deadLetter(next, "why");

      assertThat(dead.list()).singleElement().matches(letter -> letter.number() == next.number());
      assertThat(setting(admin, topic + ".dead", TopicConfig.CLEANUP_POLICY_CONFIG))
          .isEqualTo(TopicConfig.CLEANUP_POLICY_COMPACT);
    }
  }

  private static void apply(KafkaQueue queue, String... payloads) throws InterruptedException {
    for (String payload : payloads) {
      queue.put(event("a", payload));
      assertThat(applied(queue).event().payload()).isEqualTo(payload);
    }
  }

  private static int partitions(Admin admin, String topic) throws Exception {
    return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
        .mapToInt(each -> each.partitions().size())
        .sum();
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().values().stream()
        .map(config -> config.get(name).value())
        .collect(Collectors.joining());
  }

  private KafkaQueue open(String topic) {
    return KafkaQueue.open(broker.cluster(), topic, 1, waits);
  }
}
