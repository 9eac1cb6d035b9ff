package dev.seaway.service.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ResyncQueuePropertyTest {

  /** What may happen; a run begins only where one is asked for and none runs. */
  enum Event {
    REQUEST,
    BEGIN,
    END
  }

  @Property
  void remembersOneRequestAndOnlyOne(@ForAll @Size(max = 50) List<Event> events)
      throws InterruptedException {
    ResyncQueue queue = new ResyncQueue();
    boolean asked = false;
    boolean runs = false;
    int begun = 0;
    for (Event event : events) {
      if (event == Event.REQUEST) {
        queue.request("one of many");
        asked = true;
      } else if (event == Event.BEGIN && asked && !runs) {
        assertThat(queue.take()).contains("one of many");
        asked = false;
        runs = true;
        begun++;
      } else if (event == Event.END) {
        runs = false;
      }
    }
    queue.close();
    assertThat(queue.take()).isEmpty();
    assertThat(begun)
        .isLessThanOrEqualTo((int) events.stream().filter(Event.REQUEST::equals).count());
  }

  @Property(tries = 50)
  void everyRequestIsFollowedByARunThatBeginsAfterIt(
      @ForAll @IntRange(min = 1, max = 8) int askers,
      @ForAll @IntRange(min = 1, max = 20) int requestsEach)
      throws Exception {
    ResyncQueue queue = new ResyncQueue();
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger knownAtLastBegin = new AtomicInteger();
    CountDownLatch allAreServed = new CountDownLatch(1);
    int all = askers * requestsEach;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> taking =
          threads.submit(
              () -> {
                Optional<String> reason = queue.take();
                while (reason.isPresent()) {
                  knownAtLastBegin.set(asked.get());
                  runs.incrementAndGet();
                  if (knownAtLastBegin.get() == all) {
                    allAreServed.countDown();
                  }
                  reason = queue.take();
                }
                return runs.get();
              });
      List<? extends Future<?>> asking =
          IntStream.range(0, askers)
              .mapToObj(_ -> threads.submit(() -> ask(queue, asked, requestsEach)))
              .toList();
      for (Future<?> each : asking) {
        each.get();
      }
      allAreServed.await();
      queue.close();
      assertThat(taking.get()).isBetween(1, all);
    }
  }

  private static void ask(ResyncQueue queue, AtomicInteger asked, int times) {
    for (int time = 0; time < times; time++) {
      asked.incrementAndGet();
      queue.request("asked");
    }
  }
}
