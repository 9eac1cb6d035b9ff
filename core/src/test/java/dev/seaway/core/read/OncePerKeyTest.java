package dev.seaway.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaway.core.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OncePerKeyTest {

  private final OncePerKey<String, Integer> values = new OncePerKey<>();
  private final AtomicInteger worked = new AtomicInteger();

  @Test
  void worksOnceHoweverManyAskAtATime() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
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
  void forgetsAFailureAndWhoHasWaitedForItTriesForItself() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first =
          threads.submit(
              () ->
                  values.get(
                      "a",
                      () -> {
                        work(begun, mayEnd);
                        throw new IllegalArgumentException("broken");
                      }));
      begun.await();
      Future<Integer> second = threads.submit(() -> values.get("a", worked::incrementAndGet));
      mayEnd.countDown();

      assertThatThrownBy(first::get).hasRootCauseMessage("broken");
      assertThat(second.get()).isEqualTo(2);
    }
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
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
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
