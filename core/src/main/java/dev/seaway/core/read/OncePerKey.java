package dev.seaway.core.read;

import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Works out one value for each key. Who asks for it meanwhile waits, and gets the value or the
 * failure. A failure is not remembered: who asks later tries anew. Thread-safe.
 */
final class OncePerKey<K, V> {

  private final Predicate<Throwable> ownFailure;
  private final Map<K, FutureTask<V>> tasks = new ConcurrentHashMap<>();

  /**
   * @param ownFailure whether a failure says something only of who met it; who has waited then
   *     tries for itself
   */
  OncePerKey(Predicate<Throwable> ownFailure) {
    this.ownFailure = ownFailure;
  }

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
    throw unchecked(own.exceptionNow());
  }

  /** Empty where it has failed for a reason that concerns others only. */
  private Optional<V> await(FutureTask<V> task) {
    try {
      return Optional.of(task.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(Reason.INTERRUPTED, "Interrupted while a list was being read", e);
    } catch (ExecutionException _) {
      Throwable failure = task.exceptionNow();
      if (ownFailure.test(failure)) {
        return Optional.empty();
      }
      throw unchecked(failure);
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    return switch (failure) {
      case RuntimeException known -> known;
      case Error error -> throw error;
      case Throwable other -> new IllegalStateException(other);
    };
  }
}
