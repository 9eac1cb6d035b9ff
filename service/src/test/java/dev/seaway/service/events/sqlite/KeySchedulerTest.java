package dev.seaway.service.events.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaway.service.events.EventQueue.NewEvent;
import dev.seaway.service.events.EventQueue.QueuedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeySchedulerTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  private final KeyScheduler scheduler = new KeyScheduler();

  @Test
  void triesAFewAgainAtATimeAndLetsTheOthersGoOn() {
    waiting(20);
    scheduler.add("fresh", 100);

    List<QueuedEvent> taken = all();

    assertThat(taken).hasSize(KeyScheduler.MOST_RETRYING + 1);
    assertThat(taken.subList(0, 2)).extracting(QueuedEvent::number).contains(100L);
    taken.forEach(scheduler::settle);
    assertThat(retries()).hasSize(KeyScheduler.MOST_RETRYING);
  }

  @Test
  void triesAgainWhatWaitsHoweverMuchIsNew() {
    waiting(1);
    for (int number = 100; number < 110; number++) {
      scheduler.add("fresh/" + number, number);
    }

    assertThat(all().subList(0, 2)).extracting(QueuedEvent::number).contains(1L);
  }

  @Test
  void countsTheTriesOfAnEventAndNotThoseOfItsKey() {
    scheduler.add("key", 1);
    QueuedEvent first = take(scheduler.poll(NOW).orElseThrow());
    scheduler.park(first, NOW);
    QueuedEvent again = take(scheduler.poll(NOW).orElseThrow());
    assertThat(again.attempt()).isEqualTo(2);
    scheduler.settle(again);

    KeyScheduler.Turn next = scheduler.poll(NOW).orElseThrow();

    assertThat(next).isEqualTo(new KeyScheduler.Turn("key", 1, 1));
  }

  @Test
  void givesATurnAgainOfWhichTheEventCouldNotBeRead() {
    scheduler.add("key", 1);
    KeyScheduler.Turn turn = scheduler.poll(NOW).orElseThrow();
    assertThat(scheduler.poll(NOW)).isEmpty();

    scheduler.giveBack(turn);

    assertThat(scheduler.poll(NOW)).hasValue(turn);
  }

  @Test
  void asksForNoMoreThanItMayHold() {
    assertThat(scheduler.isHungry()).isTrue();
    waiting(KeyScheduler.MOST_KEYS);
    assertThat(scheduler.isHungry()).isFalse();
  }

  /** Keys of which the first event was tried once, and is due again. */
  private void waiting(int many) {
    for (int number = 1; number <= many; number++) {
      scheduler.add("waiting/" + number, number);
    }
    all().forEach(each -> scheduler.park(each, NOW));
  }

  /** What is to be tried again, and not the later events of keys that were settled. */
  private List<QueuedEvent> retries() {
    return all().stream().filter(taken -> taken.attempt() > 1).toList();
  }

  private List<QueuedEvent> all() {
    List<QueuedEvent> all = new ArrayList<>();
    Optional<KeyScheduler.Turn> next = scheduler.poll(NOW);
    while (next.isPresent()) {
      all.add(take(next.get()));
      next = scheduler.poll(NOW);
    }
    return all;
  }

  private QueuedEvent take(KeyScheduler.Turn turn) {
    scheduler.take(turn, turn.after() + 1);
    return new QueuedEvent(
        turn.after() + 1,
        new NewEvent(Optional.empty(), turn.orderingKey(), "payload", NOW),
        turn.attempt());
  }
}
