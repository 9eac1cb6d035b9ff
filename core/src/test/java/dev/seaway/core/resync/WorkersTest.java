package dev.seaway.core.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.core.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkersTest {

  /** Code that swallows the interrupt may wait for its pages once more. */
  @Test
  @Timeout(60)
  void nobodyWaitsForWorkThatTheEndOfTheRunHasLeftUnbegun() {
    Workers workers = Workers.start();
    CountDownLatch never = new CountDownLatch(1);
    List<Future<Boolean>> tasks = new ArrayList<>();
    for (int task = 0; task <= Runtime.getRuntime().availableProcessors(); task++) {
      tasks.add(
          workers
              .mapping()
              .submit(
                  () -> {
                    never.await();
                    return true;
                  }));
    }

    workers.close();

    ApiException failure =
        catchThrowableOfType(ApiException.class, () -> Workers.await(tasks.getLast()));
    assertThat(failure.reason()).isEqualTo(ApiException.Reason.INTERRUPTED);
    assertThat(failure).hasMessage("The run has ended before the work was begun");
  }
}
