package dev.seaway.core.read;

import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Works out one value for each key. Who asks for it meanwhile waits; what fails is not remembered,
 * and who has waited for it tries for itself. Thread-safe.
 */
final class OncePerKey<K, V> {

  private final Map<K, FutureTask<V>> tasks = new ConcurrentHashMap<>();

  /**
   * The value of the key.
   *
   * @param work must not ask for a further key
   */
  V get(K key, Supplier<V> work) {
    FutureTask<V> own = new FutureTask<>(work::get);
    FutureTask<V> task = tasks.putIfAbsent(key, own);
    while (task != null) {
      Optional<V> value = await(task);
      if (value.isPresent()) {
        return value.get();
      }
      tasks.remove(key, task);
      task = tasks.putIfAbsent(key, own);
    }
    return run(key, own);
  }

  /** Offers a value; false where the key has one, or somebody works on it. */
  boolean offer(K key, V value) {
    FutureTask<V> done = new FutureTask<>(() -> value);
    done.run();
    return tasks.putIfAbsent(key, done) == null;
  }

  private V run(K key, FutureTask<V> own) {
    own.run();
    if (own.state() == Future.State.SUCCESS) {
      return own.resultNow();
    }
    tasks.remove(key, own);
    switch (own.exceptionNow()) {
      case RuntimeException failure -> throw failure;
      case Error error -> throw error;
      case Throwable failure -> throw new IllegalStateException(failure);
    }
  }

  /** Empty where it has failed. */
  private static <V> Optional<V> await(FutureTask<V> task) {
    try {
      return Optional.of(task.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(Reason.INTERRUPTED, "Interrupted while a list was being read", e);
    } catch (ExecutionException _) {
      // Whoever ran it has thrown it.
      return Optional.empty();
    }
  }
}
