package dev.seaway.core.http;

import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;

/** Tells the pace of a server what each of its answers says, once. */
record ObservedClient(ApiClient next, Pace pace) implements ApiClient {

  @Override
  public ApiResponse send(ApiRequest request) {
    try {
      ApiResponse answer = next.send(request);
      pace.learn(answer::header);
      return answer;
    } catch (ApiException failure) {
      pace.learn(failure::header);
      pace.pauseAll(failure);
      throw failure;
    }
  }
}
