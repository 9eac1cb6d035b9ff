package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.SeawayException;
import java.util.concurrent.Semaphore;

/** Lets a number of requests through at a time, their waits included; the others queue. */
final class LimitedClient implements ApiClient {

  private final ApiClient next;
  private final Semaphore requestsInFlight;

  LimitedClient(ApiClient next, int concurrentRequests) {
    if (concurrentRequests < 1) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "The number of concurrent requests is " + concurrentRequests + "; at least 1 is needed");
    }
    this.next = next;
    this.requestsInFlight = new Semaphore(concurrentRequests, true);
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    try {
      requestsInFlight.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(
          ApiException.Reason.INTERRUPTED, "Interrupted before a request could be sent", e);
    }
    try {
      return next.send(request);
    } finally {
      requestsInFlight.release();
    }
  }
}
