package dev.seaway.service.events;

import static dev.seaway.service.events.FailingQueue.Call.BURY;
import static dev.seaway.service.events.FailingQueue.Call.DONE;
import static dev.seaway.service.events.FailingQueue.Call.LATER;
import static dev.seaway.service.events.FailingQueue.Call.TAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.core.http.ApiException;
import dev.seaway.core.resync.RecordSync.Outcome;
import dev.seaway.service.events.FailingQueue.Call;
import dev.seaway.service.metrics.Meters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a lane, and of its event, where the queue itself fails. */
@Timeout(60)
class FailingQueueTest {

  private static final Outcome APPLIED = new Outcome.Applied(1, 0);

  private final FakeQueue queue = new FakeQueue("{\"name\":\"changed\",\"changes\":[]}");
  private final List<Duration> slept = new CopyOnWriteArrayList<>();
  private final AtomicInteger applied = new AtomicInteger();

  @Test
  void aLaneGoesOnWhereNothingCouldBeTaken() throws Exception {
    String metrics = work(_ -> APPLIED, TAKE, TAKE);

    assertThat(slept).containsExactly(EventWorker.PAUSE, EventWorker.PAUSE);
    assertThat(applied).hasValue(1);
    assertThat(metrics).contains("{result=\"applied\"} 1.0");
  }

  @Test
  void anEventIsAppliedOnceMoreWhereTheQueueDidNotLearnThatItWas() throws Exception {
    String metrics = work(_ -> APPLIED, DONE);

    assertThat(queue.pauses).containsExactly(EventWorker.PAUSE);
    assertThat(slept).containsExactly(EventWorker.PAUSE);
    assertThat(applied).hasValue(2);
    assertThat(queue.reasons).isEmpty();
    assertThat(metrics).contains("{result=\"applied\"} 1.0");
  }

  @Test
  void anEventIsTriedAgainWhereTheQueueDidNotLearnThatItWaits() throws Exception {
    work(tries -> tries == 1 ? new Outcome.Rejected("not yet", true) : APPLIED, LATER);

    assertThat(queue.pauses).containsExactly(EventWorker.PAUSE);
    assertThat(applied).hasValue(2);
  }

  @Test
  void anEventBecomesADeadLetterAtTheNextTryWhereItCouldNotBeBuried() throws Exception {
    String metrics = work(_ -> new Outcome.Rejected("no text", false), BURY);

    assertThat(queue.pauses).containsExactly(EventWorker.PAUSE);
    assertThat(applied).hasValue(2);
    assertThat(queue.reasons).containsExactly("no text");
    assertThat(metrics).contains("{result=\"dead\"} 1.0");
  }

  @Test
  void anEventIsHandedBackAsSoonAsTheQueueTakesIt() throws Exception {
    work(_ -> APPLIED, DONE, LATER, LATER, LATER);

    assertThat(slept).hasSize(4);
    assertThat(queue.pauses).containsExactly(EventWorker.PAUSE);
    assertThat(applied).hasValue(2);
  }

  @Test
  void aPauseEndsWithTheWorker() throws Exception {
    closeInThePause(TAKE);
    closeInThePause(DONE, LATER);

    assertThat(queue.pauses).isEmpty();
  }

  @Test
  void anEventThatIsInterruptedIsHandedBack() throws Exception {
    CountDownLatch applying = new CountDownLatch(1);
    try (Meters meters = new Meters(queue::now);
        EventWorker worker =
            new EventWorker(
                queue,
                _ -> {
                  applying.countDown();
                  return forEver();
                },
                queue.pausing(slept::add),
                meters)) {
      worker.start(1);
      applying.await();
    }

    assertThat(queue.pauses).containsExactly(Duration.ZERO);
    assertThat(slept).isEmpty();
  }

  private interface Applying {
    Outcome apply(int tries);
  }

  /** Returns the metrics when the event is settled. */
  private String work(Applying applying, Call... failing) throws InterruptedException {
    try (Meters meters = new Meters(queue::now)) {
      try (EventWorker worker =
          new EventWorker(
              new FailingQueue(queue, failing),
              _ -> applying.apply(applied.incrementAndGet()),
              queue.pausing(slept::add),
              meters)) {
        worker.start(1);
        assertThat(queue.settled.await(60, TimeUnit.SECONDS)).isTrue();
      }
      return meters.text();
    }
  }

  private void closeInThePause(Call... failing) throws InterruptedException {
    CountDownLatch pausing = new CountDownLatch(1);
    try (Meters meters = new Meters(queue::now);
        EventWorker worker =
            new EventWorker(
                new FailingQueue(queue, failing),
                _ -> APPLIED,
                queue.pausing(
                    _ -> {
                      pausing.countDown();
                      untilInterrupted();
                    }),
                meters)) {
      worker.start(1);
      pausing.await();
    }
  }

  /** As a sleeper does it. */
  private static void untilInterrupted() {
    try {
      forEver();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(ApiException.Reason.INTERRUPTED, "Interrupted in a pause", e);
    }
  }

  private static Outcome forEver() throws InterruptedException {
    new CountDownLatch(1).await();
    return APPLIED;
  }
}
