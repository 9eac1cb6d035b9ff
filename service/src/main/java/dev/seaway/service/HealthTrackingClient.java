package dev.seaway.service;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.core.http.ApiException;
import dev.seaway.core.http.ApiException.Reason;
import java.util.Optional;

/**
 * Passes requests on, and remembers whether the other side has answered yet and knows the
 * credentials. Thread-safe.
 */
final class HealthTrackingClient implements ApiClient {

  private enum State {
    NONE,
    MADE,
    REFUSED
  }

  private final String whom;
  private final ApiClient next;
  private volatile State state = State.NONE;
  private volatile Optional<ApiRequest> refused = Optional.empty();

  /**
   * @param whom the other side, for people
   */
  HealthTrackingClient(String whom, ApiClient next) {
    this.whom = whom;
    this.next = next;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    try {
      ApiResponse response = next.send(request);
      state = State.MADE;
      return response;
    } catch (ApiException e) {
      if (e.reason() == Reason.CREDENTIALS || e.reason() == Reason.TOKEN) {
        refused = Optional.of(request).filter(each -> each.method() == ApiRequest.Method.GET);
        state = State.REFUSED;
      } else if (e.status().isPresent() && state == State.NONE) {
        state = State.MADE;
      }
      throw e;
    }
  }

  boolean isRefused() {
    return state == State.REFUSED;
  }

  /**
   * What was refused last; empty where it may change something, so that only its sender repeats it.
   */
  Optional<ApiRequest> refused() {
    return refused;
  }

  /** What has not answered by now need not, before the service is ready: it is asked again. */
  void noLongerAwaited() {
    if (state == State.NONE) {
      state = State.MADE;
    }
  }

  /** Why work with the other side is not possible now, as far as is known. */
  Optional<String> obstacle() {
    return switch (state) {
      case NONE -> Optional.of(whom + " has not answered yet");
      case REFUSED -> Optional.of(whom + " refuses the credentials");
      case MADE -> Optional.empty();
    };
  }
}
