package dev.seaway.core.resync;

import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The threads of one run.
 *
 * @param mapping one for each processor, for jq is processor work; threads of the platform, because
 *     jq's limits count the memory that a thread takes, and Java tells that of no others
 * @param waiting as many as there is to wait for: they hold no processor while a server thinks
 */
record Workers(ExecutorService mapping, ExecutorService waiting) implements AutoCloseable {

  static Workers start() {
    return new Workers(
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("mapping-", 0).factory()),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  /** The outcome of a task, or its failure as it was thrown. */
  static <T> T await(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiException(Reason.INTERRUPTED, "Interrupted while work was in progress", e);
    } catch (CancellationException e) {
      throw new ApiException(Reason.INTERRUPTED, "The run has ended before the work was begun", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    cancelAll(mapping.shutdownNow());
    waiting.shutdownNow();
    mapping.close();
    waiting.close();
  }

  /** What will not be begun any more would else be waited for without end. */
  private static void cancelAll(List<Runnable> unbegun) {
    unbegun.forEach(
        task -> {
          if (task instanceof Future<?> future) {
            future.cancel(false);
          }
        });
  }
}
