package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;

/** Puts a token into each request, and renews it once where the server refuses it. */
final class TokenClient implements ApiClient {

  private final TokenKeeper tokens;
  private final ApiClient next;

  TokenClient(TokenKeeper tokens, ApiClient next) {
    this.tokens = tokens;
    this.next = next;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    Token token = tokens.current();
    try {
      return next.send(token.put(request));
    } catch (ApiException failure) {
      if (failure.reason() != ApiException.Reason.CREDENTIALS) {
        throw failure;
      }
      return next.send(tokens.insteadOf(token).put(request));
    }
  }
}
