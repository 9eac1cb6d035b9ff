package dev.seaway.core.http;

/** Carries one exchange: no retry, no redirect. Thread-safe, and blocks the calling thread. */
public interface Transport {

  /**
   * Sends the call and returns its answer, whatever its status.
   *
   * @throws ApiException if no whole answer came
   */
  HttpAnswer exchange(HttpCall call);
}
