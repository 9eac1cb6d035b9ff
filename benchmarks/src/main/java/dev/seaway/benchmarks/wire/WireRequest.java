package dev.seaway.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One request. Its body lies in the connection's buffer and is gone with the next request.
 *
 * @param query what follows the question mark, still encoded; empty if nothing does
 * @param buffer shared with the connection, and requests are never compared
 * @param from where the body begins in the buffer
 */
@SuppressWarnings("ArrayRecordComponent")
public record WireRequest(
    String method,
    String path,
    String query,
    String userAgent,
    byte[] buffer,
    int from,
    int bodyLength) {

  /** A value of the query, where it is given; values with escapes are not decoded. */
  public Optional<String> query(String name) {
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith(name) && parameter.startsWith("=", name.length())) {
        return Optional.of(parameter.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  /** A whole number of the query. */
  public int number(String name, int byDefault) {
    return query(name).map(Integer::parseInt).orElse(byDefault);
  }

  /** The body as text. */
  public String body() {
    return new String(buffer, from, bodyLength, StandardCharsets.UTF_8);
  }
}
