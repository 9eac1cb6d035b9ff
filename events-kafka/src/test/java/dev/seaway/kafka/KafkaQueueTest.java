package dev.seaway.kafka;

import static dev.seaway.kafka.QueueSteps.applied;
import static dev.seaway.kafka.QueueSteps.event;
import static dev.seaway.kafka.QueueSteps.keyed;
import static dev.seaway.kafka.QueueSteps.putAtLast;
import static dev.seaway.kafka.QueueSteps.set;
import static dev.seaway.kafka.QueueSteps.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.events.DeadLetter;
import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import dev.seaway.service.events.EventQueue.Receipt;
import dev.seaway.service.events.QueueException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestBroker.Shared.class)
@Timeout(180)
class KafkaQueueTest {

  private final HandWaits waits = new HandWaits();
  private final TestBroker broker;

  KafkaQueueTest(TestBroker broker) {
    this.broker = broker;
  }

  @Test
  void givesTheEventsOfASubjectInTheirOrder() throws Exception {
    try (KafkaQueue queue = open("order")) {
      NewEvent first = event("a", "1");
      assertThat(queue.put(first)).isEqualTo(Receipt.KEPT);
      queue.put(event("a", "2"));

      QueuedEvent taken = take(queue);
      assertThat(taken).isEqualTo(new QueuedEvent(taken.number(), first, 1));
      queue.done(taken);

      assertThat(applied(queue).event().payload()).isEqualTo("2");
    }
  }

  @Test
  void goesOnBehindWhatWasApplied() throws Exception {
    try (KafkaQueue queue = open("behind")) {
      queue.put(event("a", "1"));
      queue.put(event("a", "2"));
      applied(queue);
      QueuedEvent untaken = take(queue);
      assertThat(untaken.event().payload()).isEqualTo("2");
      queue.retryAt(untaken, waits.instant());
    }
    try (KafkaQueue queue = open("behind")) {
      assertThat(applied(queue).event().payload()).isEqualTo("2");
    }
    try (KafkaQueue queue = open("behind")) {
      queue.put(event("a", "3"));
      assertThat(applied(queue).event().payload()).isEqualTo("3");
    }
  }

  @Test
  void appliesNewEventsOfATopicThatIsShorterThanWhatWasApplied() throws Exception {
    broker.topic("shorter", "shorter");
    try (Admin admin = broker.cluster().admin()) {
      admin
          .alterConsumerGroupOffsets(
              "shorter", Map.of(new TopicPartition("shorter", 0), new OffsetAndMetadata(5)))
          .all()
          .get();
    }
    try (KafkaQueue queue = open("shorter")) {
      while (queue.obstacle().isPresent()) {
        Thread.onSpinWait();
      }
      queue.put(event("a", "1"));
      assertThat(applied(queue).event().payload()).isEqualTo("1");
    }
  }

  @Test
  void triesAgainWhenItIsTimeAndKeepsTheOrder() throws Exception {
    try (KafkaQueue queue = open("again")) {
      queue.put(event("a", "1"));
      queue.put(event("a", "2"));
      queue.retryAt(take(queue), waits.instant().plus(Duration.ofHours(1)));

      waits.pass(Duration.ofHours(1));

      QueuedEvent again = take(queue);
      assertThat(again.event().payload()).isEqualTo("1");
      assertThat(again.attempt()).isEqualTo(2);
      queue.done(again);
      assertThat(applied(queue).attempt()).isEqualTo(1);
    }
  }

  @Test
  void appliesOtherSubjectsOfThePartitionWhileOneWaits() throws Exception {
    try (KafkaQueue queue = open("beside")) {
      queue.put(event("a", "1"));
      queue.retryAt(take(queue), waits.instant().plus(Duration.ofHours(1)));

      queue.put(event("a", "2"));
      queue.put(event("b", "3"));

      assertThat(applied(queue).event().payload()).isEqualTo("3");
      waits.pass(Duration.ofHours(1));
      assertThat(applied(queue).event().payload()).isEqualTo("1");
      assertThat(applied(queue).event().payload()).isEqualTo("2");
    }
  }

  @Test
  void appliesOnceWhatIsDeliveredTwice() throws Exception {
    try (KafkaQueue queue = open("twice")) {
      queue.put(keyed("k1", "1"));
      queue.put(keyed("k1", "1"));
      queue.put(keyed("k2", "2"));

      assertThat(applied(queue).event().key()).contains("k1");
      assertThat(applied(queue).event().key()).contains("k2");
    }
    try (KafkaQueue queue = open("twice")) {
      queue.put(keyed("k1", "1"));
      queue.put(keyed("k3", "3"));

      assertThat(applied(queue).event().key()).contains("k3");
    }
  }

  @Test
  void keepsDeadLettersUntilTheyAreReplayedOrDropped() throws Exception {
    try (KafkaQueue queue = open("dead");
        KafkaDeadLetters dead = dead("dead")) {
      NewEvent posted = keyed("k1", "1");
      queue.put(posted);
      queue.put(event("a", "2"));
      QueuedEvent taken = take(queue);
      queue.deadLetter(taken, "it \u00fcberfordert us");

      assertThat(applied(queue).event().payload()).isEqualTo("2");
      assertThat(dead.list())
          .containsExactly(
              new DeadLetter(taken.number(), posted, waits.instant(), "it \u00fcberfordert us"));
      waits.pass(Duration.ofDays(3));
      assertThat(dead.replay(List.of(taken.number(), 4711L))).isEqualTo(1);
      assertThat(dead.list()).isEmpty();
    }
    try (KafkaQueue queue = open("dead");
        KafkaDeadLetters dead = dead("dead")) {
      QueuedEvent replayed = take(queue);
      assertThat(replayed.event().payload()).isEqualTo("1");
      assertThat(replayed.event().received()).isEqualTo(waits.instant());
      queue.deadLetter(replayed, "again");
      assertThat(dead.drop(List.of(replayed.number()))).isEqualTo(1);
      assertThat(dead.list()).isEmpty();
    }
  }

  @Test
  void buriesAnEventThatLeavesNoRoomForTheReason() throws Exception {
    try (KafkaQueue queue = open("large");
        KafkaDeadLetters dead = dead("large")) {
      String payload = largest(queue);
      QueuedEvent taken = take(queue);
      assertThat(taken.event().payload()).hasSameSizeAs(payload);
      queue.deadLetter(taken, "x".repeat(3000));

      assertThat(dead.list())
          .singleElement()
          .satisfies(letter -> assertThat(letter.event().payload()).isEqualTo(payload))
          .satisfies(letter -> assertThat(letter.reason()).contains("the log has it"));
    }
  }

  @Test
  void takesAsMuchAsTheTopicAllows() throws Exception {
    try (Admin admin = broker.cluster().admin();
        KafkaQueue queue = open("larger")) {
      queue.put(event("a", "1"));
      set(admin, "larger", TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(3 << 20));
      putAtLast(queue, event("a", "x".repeat(2 << 20)));

      applied(queue);
      assertThat(applied(queue).event().payload()).hasSize(2 << 20);
    }
  }

  /** Puts the largest event that Kafka takes. */
  private static String largest(KafkaQueue queue) {
    for (int length = 1 << 20; ; length--) {
      try {
        String payload = "x".repeat(length);
        queue.put(event("a", payload));
        return payload;
      } catch (QueueException e) {
        assertThat(e).hasRootCauseInstanceOf(RecordTooLargeException.class);
      }
    }
  }

  private KafkaQueue open(String topic) {
    return KafkaQueue.open(broker.cluster(), topic, 1, waits);
  }

  private KafkaDeadLetters dead(String topic) {
    return new KafkaDeadLetters(broker.cluster(), new Topics(broker.cluster(), topic, 1), waits);
  }
}
