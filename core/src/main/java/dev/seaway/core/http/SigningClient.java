package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import java.util.function.UnaryOperator;

/** Puts credentials that never change into each request. */
final class SigningClient implements ApiClient {

  private final UnaryOperator<ApiRequest> signer;
  private final ApiClient next;

  SigningClient(UnaryOperator<ApiRequest> signer, ApiClient next) {
    this.signer = signer;
    this.next = next;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    return next.send(signer.apply(request));
  }
}
