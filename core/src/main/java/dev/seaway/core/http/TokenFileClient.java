package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;

/** Puts the token of a file into each request: the one that is there when the request is sent. */
final class TokenFileClient implements ApiClient {

  private final TokenFile file;
  private final Redaction redaction;
  private final ApiClient next;

  TokenFileClient(TokenFile file, Redaction redaction, ApiClient next) {
    this.file = file;
    this.redaction = redaction;
    this.next = next;
  }

  /** A token that was renewed while its request was on its way is no failure. */
  @Override
  public ApiResponse send(ApiRequest request) {
    String token = file.read();
    try {
      return next.send(signed(request, token));
    } catch (ApiException failure) {
      String renewed = failure.reason() == ApiException.Reason.CREDENTIALS ? file.read() : token;
      if (renewed.equals(token)) {
        throw failure;
      }
      return next.send(signed(request, renewed));
    }
  }

  private ApiRequest signed(ApiRequest request, String token) {
    redaction.remember(token);
    return request.withHeader("Authorization", "Bearer " + token);
  }
}
