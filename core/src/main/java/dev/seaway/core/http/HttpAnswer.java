package dev.seaway.core.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came back on the wire: any status, the body whole and decompressed. */
public final class HttpAnswer {

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * Names of headers may have any case; equal names are joined. The body is not copied: leave it
   * unchanged.
   */
  public HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = lowerCase(headers);
    this.body = body;
  }

  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    Map<String, List<String>> joined = new LinkedHashMap<>();
    headers.forEach(
        (name, values) ->
            joined
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .addAll(values));
    joined.replaceAll((name, values) -> List.copyOf(values));
    return Collections.unmodifiableMap(joined);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Names in lower case to values in the order received. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The bytes themselves, not a copy. */
  public byte[] body() {
    return body;
  }

  /** The first value of a header, whatever the case of the name asked for. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** Only status and size: a body may hold anything. */
  @Override
  public String toString() {
    return status + ", " + body.length + " bytes";
  }
}
