package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import java.time.Duration;
import java.util.Optional;

/** Keeps all requests to the pace of their server, those for tokens too. Thread-safe. */
final class PacedClient implements ApiClient {

  private final ApiClient next;
  private final Pace pace;
  private final Optional<TokenKeeper> tokens;

  /**
   * @param tokens what the requests need before it can be their turn
   */
  PacedClient(ApiClient next, Pace pace, Optional<TokenKeeper> tokens) {
    this.next = next;
    this.pace = pace;
    this.tokens = tokens;
  }

  /**
   * Empty if the request may be sent, which must be done at once. Else a pause has passed, of which
   * this counts: then the token may have expired.
   *
   * @param waited what counts of the pauses before
   */
  Optional<Duration> pauseBefore(ApiRequest request, Duration waited) {
    tokens.ifPresent(TokenKeeper::prepare);
    return pace.pauseBefore(request, waited);
  }

  /** Sends a request whose turn it is. */
  @Override
  public ApiResponse send(ApiRequest request) {
    try {
      return next.send(request);
    } finally {
      pace.end();
    }
  }
}
