package dev.seaway.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Sends a request as it stands, and turns its answer into JSON or a failure. */
final class Sender implements ApiClient {

  private final BaseUrl baseUrl;
  private final DefaultHeaders headers;
  private final Duration timeout;
  private final Transport transport;
  private final Failures failures;
  private final JsonBody json;
  private final boolean hasRecords;
  private final boolean withCredentials;

  /**
   * @param hasRecords whether the answers hold records, of which not all is looked into
   * @param withCredentials whether the requests bring credentials
   */
  Sender(
      BaseUrl baseUrl,
      DefaultHeaders headers,
      Duration timeout,
      Transport transport,
      Failures failures,
      JsonBody json,
      boolean hasRecords,
      boolean withCredentials) {
    this.baseUrl = baseUrl;
    this.headers = headers;
    this.timeout = timeout;
    this.transport = transport;
    this.failures = failures;
    this.json = json;
    this.hasRecords = hasRecords;
    this.withCredentials = withCredentials;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    HttpCall call =
        new HttpCall(
            request.method().name(),
            baseUrl.of(request),
            headers.with(request),
            request.body(),
            timeout);
    HttpAnswer answer = transport.exchange(call);
    if (answer.status() < 200 || answer.status() > 299) {
      throw failures.refused(call, answer);
    }
    checkCredentials(call, answer);
    if (answer.status() == 202 && hasRecords) {
      throw failures.notReady(call, answer);
    }
    JsonNode body = body(call, answer);
    if (withCredentials && hasRecords) {
      check(call, answer, Nobody.field(body));
    }
    return new ApiResponse(answer.status(), answer.headers(), body);
  }

  private void checkCredentials(HttpCall call, HttpAnswer answer) {
    if (withCredentials) {
      check(call, answer, SignIn.header(answer));
    }
  }

  private void check(HttpCall call, HttpAnswer answer, Optional<String> nobody) {
    if (nobody.isPresent()) {
      throw failures.unused(call, answer, nobody.get());
    }
  }

  private JsonNode body(HttpCall call, HttpAnswer answer) {
    try {
      return json.read(answer, hasRecords);
    } catch (IOException e) {
      throw withCredentials && SignIn.isPage(answer)
          ? failures.signInPage(call, answer)
          : failures.unreadable(call, answer, e);
    }
  }
}
