package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
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
   * Whether the request may be sent, which must be done at once. False once a pause has passed:
   * then the token may have expired.
   */
  boolean isTurn(ApiRequest request, TurnWait turn) {
    tokens.ifPresent(TokenKeeper::prepare);
    return pace.isTurn(request, turn);
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
