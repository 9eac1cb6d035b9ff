package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import dev.seaway.service.events.EventQueue.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run in one process while another one applies events. */
@ExtendWith(TestBroker.Shared.class)
@Timeout(120)
class ReplayAfterResyncTest {

  private final HandWaits waits = new HandWaits();
  private final TestBroker broker;

  ReplayAfterResyncTest(TestBroker broker) {
    this.broker = broker;
  }

  @Test
  void haveAppliedOnceMoreWhatOthersApplyDuringARun() throws Exception {
    try (KafkaQueue applying = owner("recalled");
        KafkaQueue running = open("recalled")) {
      Replay recall = running.recall();
      applying.put(event("issue/1", "first"));
      applying.put(event("issue/2", "other"));
      applying.put(event("issue/1", "second"));
      applying.put(event("issue/1", "first"));
      assertThat(apply(applying, 4)).containsExactly("first", "other", "second", "first");

      assertThat(recall.again()).isEqualTo(3);
      assertThat(apply(applying, 3)).containsExactly("other", "second", "first");
    }
  }

  @Test
  void doNotRecallWhatWasRecalled() throws Exception {
    try (KafkaQueue applying = owner("recalled-once");
        KafkaQueue running = open("recalled-once")) {
      Replay recall = running.recall();
      applying.put(event("issue/1", "first"));
      apply(applying, 1);
      settled("recalled-once", 2);
      Replay next = running.recall();
      assertThat(recall.again()).isEqualTo(1);
      apply(applying, 1);

      assertThat(next.again()).isZero();
    }
  }

  @Test
  void leaveAloneWhatNobodyHasBegun() throws Exception {
    broker.topic("backlog", "backlog");
    Topics topics = new Topics(broker.cluster(), "backlog", 1);
    try (EventProducer writing = new EventProducer(broker.cluster())) {
      ReplayAfterResync recalls =
          new ReplayAfterResync(broker.cluster(), topics, new PartitionQueues(waits), writing);
      Replay recall = recalls.begin();
      for (int number = 0; number < 3 * PartitionQueue.AHEAD; number++) {
        writing.write(EventRecords.live("backlog", event("issue/" + number, "waits")));
      }

      assertThat(recall.again()).isEqualTo(PartitionQueue.AHEAD);
    }
  }

  @Test
  void haveAllAppliedOnceMoreThatWasBegunWhereKafkaWasToldOfSome() throws Exception {
    int many = 3 * PartitionQueue.AHEAD;
    try (KafkaQueue applying = owner("begun");
        KafkaQueue running = open("begun")) {
      Replay recall = running.recall();
      for (int number = 0; number < many + 1; number++) {
        applying.put(event("issue/" + number, "payload"));
      }
      apply(applying, many);
      QueuedEvent begun = applying.take().orElseThrow();

      assertThat(recall.again()).isEqualTo(many + 1);
      applying.done(begun);
    }
  }

  @Test
  void leaveAloneWhatThisProcessApplies() throws Exception {
    try (KafkaQueue alone = owner("not-recalled")) {
      Replay recall = alone.recall();
      alone.put(event("issue/1", "during"));
      apply(alone, 1);

      assertThat(recall.again()).isZero();
      assertThat(alone.waiting()).isZero();
    }
  }

  @Test
  void doNotHinderARunWhereKafkaIsAway() {
    Cluster nowhere = new Cluster(broker.access(), Optional.empty());
    Topics topics = new Topics(nowhere, "nowhere", 1);
    try (EventProducer writing = new EventProducer(nowhere)) {
      Replay recall =
          new ReplayAfterResync(nowhere, topics, new PartitionQueues(waits), writing).begin();

      assertThat(recall.again()).isZero();
    }
  }

  private static List<String> apply(KafkaQueue queue, int events) throws InterruptedException {
    List<String> applied = new ArrayList<>();
    while (applied.size() < events) {
      QueuedEvent taken = queue.take().orElseThrow();
      applied.add(taken.event().payload());
      queue.done(taken);
    }
    return applied;
  }

  /** Waits until Kafka knows what was applied. */
  private void settled(String topic, long offset) throws Exception {
    while (broker.committed(topic, topic) < offset) {
      Thread.onSpinWait();
    }
  }

  private static NewEvent event(String subject, String payload) {
    return new NewEvent(Optional.empty(), subject, payload, HandWaits.START);
  }

  /** A queue that has the only partition, and has applied one event. */
  private KafkaQueue owner(String topic) throws Exception {
    KafkaQueue queue = open(topic);
    queue.put(event("issue/0", "before"));
    apply(queue, 1);
    settled(topic, 1);
    return queue;
  }

  private KafkaQueue open(String topic) {
    return KafkaQueue.open(broker.cluster(), topic, 1, waits);
  }
}
