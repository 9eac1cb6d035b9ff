package dev.seaway.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OncePerKeyTest {

  private final OncePerKey<String, Integer> values =
      new OncePerKey<>(ArithmeticException.class::isInstance);
  private final AtomicInteger worked = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void worksOnceHoweverManyAskAtATime() throws Exception {
    List<Future<Integer>> got = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < 5; thread++) {
        got.add(threads.submit(() -> values.get("a", () -> work(begun, mayEnd))));
      }
      begun.await();
      assertThat(values.offer("a", 7)).isFalse();
      assertThat(values.get("b", () -> 2)).as("another key waits for nobody").isEqualTo(2);
      mayEnd.countDown();
    }

    for (Future<Integer> one : got) {
      assertThat(one.get()).isEqualTo(1);
    }
    assertThat(values.get("a", worked::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void whoHasWaitedSharesTheFailureAndWhoAsksLaterTriesAnew() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(() -> failing(new IllegalArgumentException("broken")));
      List<Future<Integer>> waiting = waitersOf(first, threads, 5);

      assertThatThrownBy(first::get).hasRootCauseMessage("broken");
      for (Future<Integer> one : waiting) {
        assertThatThrownBy(one::get).hasRootCauseMessage("broken");
      }
    }
    assertThat(worked).as("nobody else has tried").hasValue(1);
    assertThat(values.get("a", worked::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void whoHasWaitedForWhatConcernsAnotherTriesForItself() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(() -> failing(new ArithmeticException("mine")));
      List<Future<Integer>> waiting = waitersOf(first, threads, 5);

      assertThatThrownBy(first::get).hasRootCauseMessage("mine");
      for (Future<Integer> one : waiting) {
        assertThat(one.get()).isEqualTo(2);
      }
    }
  }

  private int failing(RuntimeException failure) {
    return values.get(
        "a",
        () -> {
          work(begun, mayEnd);
          throw failure;
        });
  }

  /** Threads that wait for the first one, which then goes on. */
  private List<Future<Integer>> waitersOf(
      Future<Integer> first, ExecutorService threads, int number) throws InterruptedException {
    begun.await();
    List<Future<Integer>> waiting = new ArrayList<>();
    List<Thread> waiters = new CopyOnWriteArrayList<>();
    for (int waiter = 0; waiter < number; waiter++) {
      waiting.add(
          threads.submit(
              () -> {
                waiters.add(Thread.currentThread());
                return values.get("a", worked::incrementAndGet);
              }));
    }
    while (waiters.size() < number || !waiters.stream().allMatch(OncePerKeyTest::isWaiting)) {
      Thread.onSpinWait();
    }
    assertThat(first).isNotDone();
    mayEnd.countDown();
    return waiting;
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING;
  }

  @Test
  void keepsWhatIsOfferedFirst() {
    assertThat(values.offer("a", 7)).isTrue();
    assertThat(values.offer("a", 8)).isFalse();
    assertThat(values.get("a", worked::incrementAndGet)).isEqualTo(7);
    assertThat(worked).hasValue(0);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(() -> values.get("a", () -> work(begun, mayEnd)));
      begun.await();

      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> values.get("a", worked::incrementAndGet))
          .isInstanceOf(ApiException.class);
      assertThat(Thread.interrupted()).isTrue();

      mayEnd.countDown();
      assertThat(first.get()).isEqualTo(1);
    }
  }

  private int work(CountDownLatch begun, CountDownLatch mayEnd) {
    begun.countDown();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return worked.incrementAndGet();
  }
}
