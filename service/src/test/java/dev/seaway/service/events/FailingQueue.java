package dev.seaway.service.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Fails the next times that it is called so, and else does what the other queue does. */
final class FailingQueue implements EventQueue {

  enum Call {
    TAKE,
    DONE,
    LATER,
    BURY
  }

  private final Queue<Call> failing;
  private final EventQueue queue;

  /**
   * @param failing each of them fails one call
   */
  FailingQueue(EventQueue queue, Call... failing) {
    this.queue = queue;
    this.failing = new ConcurrentLinkedQueue<>(List.of(failing));
  }

  private void failIfItIsToFail(Call call) {
    if (failing.remove(call)) {
      throw new IllegalStateException("no " + call);
    }
  }

  @Override
  public Optional<QueuedEvent> take() throws InterruptedException {
    failIfItIsToFail(Call.TAKE);
    return queue.take();
  }

  @Override
  public void done(QueuedEvent taken) {
    failIfItIsToFail(Call.DONE);
    queue.done(taken);
  }

  @Override
  public void retryAt(QueuedEvent taken, Instant due) {
    failIfItIsToFail(Call.LATER);
    queue.retryAt(taken, due);
  }

  @Override
  public void deadLetter(QueuedEvent taken, String reason) {
    failIfItIsToFail(Call.BURY);
    queue.deadLetter(taken, reason);
  }

  @Override
  public Receipt put(NewEvent event) {
    return queue.put(event);
  }

  @Override
  public long waiting() {
    return queue.waiting();
  }

  @Override
  public Optional<String> obstacle() {
    return queue.obstacle();
  }

  @Override
  public Replay recall() {
    return queue.recall();
  }

  @Override
  public void close() {
    queue.close();
  }
}
