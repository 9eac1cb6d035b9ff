package dev.seaway.connector;

/** Sends requests to the tool: authorized, limited and retried by the engine. Thread-safe. */
public interface ApiClient {

  /**
   * Blocks until the answer is there. Every failure, a status other than 2xx included, is thrown as
   * the engine's own unchecked exception.
   */
  ApiResponse send(ApiRequest request);
}
