package dev.seaway.core.http;

import dev.seaway.connector.ApiRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One exchange as it goes on the wire.
 *
 * @param uri absolute, without user information or fragment
 * @param timeout from the start of the exchange to the last byte of its answer
 */
public record HttpCall(
    String method,
    URI uri,
    Map<String, String> headers,
    Optional<ApiRequest.Body> body,
    Duration timeout) {

  public HttpCall {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  HttpCall at(URI other) {
    return new HttpCall(method, other, headers, body, timeout);
  }

  /** Method and URL as they may be shown. */
  @Override
  public String toString() {
    return method + " " + SafeUrl.of(uri);
  }
}
