package dev.seaway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several processes on one topic, here as several queues. */
@ExtendWith(TestBroker.Shared.class)
@Timeout(240)
class KafkaReplicasTest {

  private static final int SUBJECTS = 20;
  private static final int PARTITIONS = 4;
  private static final long ROUND_MILLIS = 500;

  /** Remembers what was applied, by whom, in which order. */
  private static final class Applied {
    private final Map<String, List<Integer>> bySubject = new LinkedHashMap<>();
    private final Map<String, CountDownLatch> first =
        Map.of("killed", new CountDownLatch(1), "survivor", new CountDownLatch(1));

    synchronized void add(String replica, NewEvent event) {
      bySubject
          .computeIfAbsent(event.subject(), _ -> new ArrayList<>())
          .add(Integer.valueOf(event.payload()));
      latch(replica).countDown();
      notifyAll();
    }

    /** Waits for the first event of this replica, but no longer than a round. */
    boolean hasOf(String replica) throws InterruptedException {
      return latch(replica).await(ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    private CountDownLatch latch(String replica) {
      return Objects.requireNonNull(first.get(replica));
    }

    synchronized void await(int events) throws InterruptedException {
      while (bySubject.size() < SUBJECTS
          || bySubject.values().stream().anyMatch(each -> Set.copyOf(each).size() < events)) {
        wait();
      }
    }
  }

  private final HandWaits waits = new HandWaits();
  private final Applied applied = new Applied();
  private final TestBroker broker;

  KafkaReplicasTest(TestBroker broker) {
    this.broker = broker;
  }

  @Test
  void loseNothingAndKeepTheOrderWhereOneIsKilled() throws Exception {
    KafkaQueue killed = open();
    KafkaQueue survivor = open();
    int events = 0;
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int partitionQueue = 0; partitionQueue < PARTITIONS; partitionQueue++) {
        workers.execute(() -> work("killed", killed));
        workers.execute(() -> work("survivor", survivor));
      }
      do {
        put(survivor, events++);
      } while (!applied.hasOf("killed") || !applied.hasOf("survivor"));

      put(survivor, events++);
      killed.abandon();
      put(survivor, events++);

      applied.await(events);
      survivor.close();
    }
    int all = events;
    assertThat(applied.bySubject)
        .hasSize(SUBJECTS)
        .allSatisfy(
            (subject, numbers) ->
                assertThat(numbers.stream().distinct()).as(subject).isSorted().hasSize(all));
  }

  private void work(String replica, KafkaQueue queue) {
    try {
      Optional<QueuedEvent> taken = queue.take();
      while (taken.isPresent()) {
        applied.add(replica, taken.get().event());
        queue.done(taken.get());
        taken = queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void put(KafkaQueue queue, int number) {
    for (int subject = 0; subject < SUBJECTS; subject++) {
      queue.put(
          new NewEvent(
              Optional.empty(), "subject/" + subject, Integer.toString(number), HandWaits.START));
    }
  }

  private KafkaQueue open() {
    return KafkaQueue.open(broker.cluster(), "replicas", PARTITIONS, waits);
  }
}
