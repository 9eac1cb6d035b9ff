package dev.seaway.core.resync;

import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The threads of one run: virtual ones, which hold no processor while a server thinks. Mapping is
 * processor work and runs on them too, for no more of them run at a time than there are processors.
 */
record Workers(ExecutorService tasks) implements AutoCloseable {

  static Workers start() {
    return new Workers(Executors.newVirtualThreadPerTaskExecutor());
  }

  /** The outcome of a task, or its failure as it was thrown. */
  static <T> T await(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiException(Reason.INTERRUPTED, "Interrupted while work was in progress", e);
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
    tasks.shutdownNow();
    tasks.close();
  }
}
