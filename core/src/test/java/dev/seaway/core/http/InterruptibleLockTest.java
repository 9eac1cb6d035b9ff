package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptibleLockTest {

  private final InterruptibleLock lock = new InterruptibleLock("the invented");

  @Test
  void anInterruptEndsTheWaitAndNothingIsDone() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    try {
      Thread.ofVirtual().start(() -> lock.call(() -> heldUntil(inside, mayEnd)));
      inside.await();
      Thread waiting = Thread.ofVirtual().start(() -> ended.complete(failure()));

      waiting.interrupt();

      assertThat(ended.get(60, TimeUnit.SECONDS))
          .isInstanceOf(ApiException.class)
          .hasMessage("Interrupted while waiting for the invented");
    } finally {
      mayEnd.countDown();
    }
  }

  @Test
  void letsInAgainWhoIsInside() {
    assertThat(lock.<Boolean>call(() -> lock.call(() -> true))).isTrue();
  }

  @Test
  void letsTheNextOneInAfterAFailure() throws ExecutionException, InterruptedException {
    CompletableFuture<Boolean> failing =
        CompletableFuture.supplyAsync(
            () ->
                lock.call(
                    () -> {
                      throw new IllegalStateException("invented");
                    }));

    assertThat(failing.handle((_, failure) -> failure.getMessage()).get()).contains("invented");
    assertThat(lock.<Boolean>call(() -> true)).isTrue();
  }

  private Throwable failure() {
    try {
      lock.call(() -> true);
      return new AssertionError("was let in");
    } catch (ApiException e) {
      return e;
    }
  }

  private static boolean heldUntil(CountDownLatch inside, CountDownLatch mayEnd) {
    inside.countDown();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
