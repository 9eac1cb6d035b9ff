package dev.seaway.distribution.fake;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request as a server received it.
 *
 * @param number of all requests to the server, from 1
 * @param numberOfPath of the requests with this method and path, from 1
 * @param target path and query, still encoded
 * @param headers names in lower case; of a repeated header the first value
 */
public record Recorded(
    int number,
    int numberOfPath,
    String method,
    URI target,
    Map<String, String> headers,
    String body) {

  /** The path, decoded. */
  public String path() {
    return target.getPath();
  }

  /** The path's segments, each decoded by itself. */
  public List<String> segments() {
    return Stream.of(target.getRawPath().split("/", -1)).skip(1).map(Recorded::decode).toList();
  }

  /** The query as it was sent; empty where there was none. */
  public String query() {
    return Optional.ofNullable(target.getRawQuery()).orElse("");
  }

  /** All values of a query parameter, decoded, in the order sent. */
  public List<String> query(String name) {
    return Stream.of(query().split("&", -1))
        .map(field -> field.split("=", 2))
        .filter(field -> decode(field[0]).equals(name))
        .map(field -> field.length > 1 ? decode(field[1]) : "")
        .toList();
  }

  /** Whether a query parameter is {@code true}. */
  public boolean flag(String name) {
    return query(name).contains("true");
  }

  /** A header, by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The user agent; empty where none was named. */
  public String userAgent() {
    return header("user-agent").orElse("");
  }

  /** Method, path and query. */
  @Override
  public String toString() {
    return method + " " + target;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
