package dev.seaway.service.events;

import dev.seaway.core.http.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A queue of one event, for which time passes as soon as it is told to come back later. */
class FakeQueue implements EventQueue {

  static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  final List<Duration> pauses = new ArrayList<>();
  final List<String> reasons = new ArrayList<>();
  final CountDownLatch settled = new CountDownLatch(1);
  private final BlockingQueue<QueuedEvent> ready = new LinkedBlockingQueue<>();
  private volatile Instant now = START;

  FakeQueue(String payload) {
    ready.add(new QueuedEvent(1, new NewEvent(Optional.empty(), "issue/1", payload, START), 1));
  }

  Instant now() {
    return now;
  }

  /** Pauses that are told to the test, by the time of this queue. */
  Sleeper pausing(Consumer<Duration> pause) {
    return new Sleeper() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public void sleep(Duration wait) {
        pause.accept(wait);
      }

      @Override
      public double jitter() {
        return 0.5;
      }
    };
  }

  @Override
  public Receipt put(NewEvent event) {
    return Receipt.KEPT;
  }

  @Override
  public Optional<QueuedEvent> take() throws InterruptedException {
    return Optional.of(ready.take());
  }

  @Override
  public void done(QueuedEvent taken) {
    settled.countDown();
  }

  @Override
  public void retryAt(QueuedEvent taken, Instant due) {
    pauses.add(Duration.between(now, due));
    now = due;
    ready.add(new QueuedEvent(taken.number(), taken.event(), taken.attempt() + 1));
  }

  @Override
  public void deadLetter(QueuedEvent taken, String reason) {
    reasons.add(reason);
    settled.countDown();
  }

  @Override
  public long waiting() {
    return ready.size();
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.empty();
  }

  @Override
  public Replay recall() {
    return Replay.NONE;
  }

  @Override
  public void close() {}
}
