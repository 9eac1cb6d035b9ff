package dev.seaway.service.operations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request to the service, received whole. */
public final class Incoming {

  private final String method;
  private final String path;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * @param path as it was sent, without the query
   * @param headers names in lower case to values in the order received
   * @param body the raw bytes, not copied: leave them unchanged
   */
  public Incoming(String method, String path, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** Names in lower case to values in the order received. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The first value of a header, whatever the case of the name asked for. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The bytes themselves, not a copy. */
  public byte[] body() {
    return body;
  }

  /** Method, path and size: headers and body may hold secrets. */
  @Override
  public String toString() {
    return method + " " + path + ", " + body.length + " bytes";
  }
}
