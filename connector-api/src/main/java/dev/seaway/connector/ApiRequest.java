package dev.seaway.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request, before authentication.
 *
 * @param target a path below the base URL ({@code /rest/x}, already percent-encoded), or a link as
 *     a server gave it, which the engine accepts for the configured origins only
 * @param query parameters in the order in which they are sent; names may repeat; values not yet
 *     encoded
 * @param headers header name to value
 */
public record ApiRequest(
    Method method,
    String target,
    List<Parameter> query,
    Map<String, String> headers,
    Optional<Body> body) {

  /** The methods that a kind may use. */
  public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** One query parameter, not yet encoded. */
  public record Parameter(String name, String value) {}

  /** A request body, serialized once. */
  public static final class Body {

    private static final JsonMapper JSON = new JsonMapper();

    private final String contentType;
    private final byte[] bytes;

    private Body(String contentType, byte[] bytes) {
      this.contentType = contentType;
      this.bytes = bytes;
    }

    /** A body of text, in UTF-8. */
    public Body(String contentType, String text) {
      this(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON body that is written already. The bytes are not copied: leave them unchanged. */
    public static Body json(byte[] bytes) {
      return new Body("application/json", bytes);
    }

    /** A JSON body. */
    public static Body json(JsonNode tree) {
      try {
        return json(JSON.writeValueAsBytes(tree));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("This request body cannot be written as JSON", e);
      }
    }

    /** A form body. */
    public static Body form(Map<String, String> fields) {
      String text =
          fields.entrySet().stream()
              .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
              .collect(Collectors.joining("&"));
      return new Body("application/x-www-form-urlencoded", text);
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As the header of that name says it. */
    public String contentType() {
      return contentType;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
      return bytes;
    }

    /** The bytes as text. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Body body
          && contentType.equals(body.contentType)
          && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
      return 31 * contentType.hashCode() + Arrays.hashCode(bytes);
    }

    /** Only the type and size: a body may hold credentials. */
    @Override
    public String toString() {
      return contentType + ", " + bytes.length + " bytes";
    }
  }

  public ApiRequest {
    query = List.copyOf(query);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A GET of the path, with nothing else. */
  public static ApiRequest get(String target) {
    return new ApiRequest(Method.GET, target, List.of(), Map.of(), Optional.empty());
  }

  /**
   * This request with every parameter of that name replaced by one value, in the place of the
   * first.
   */
  public ApiRequest withQuery(String name, String value) {
    List<Parameter> changed = new ArrayList<>();
    boolean placed = false;
    for (Parameter parameter : query) {
      if (!parameter.name().equals(name)) {
        changed.add(parameter);
      } else if (!placed) {
        changed.add(new Parameter(name, value));
        placed = true;
      }
    }
    if (!placed) {
      changed.add(new Parameter(name, value));
    }
    return new ApiRequest(method, target, changed, headers, body);
  }

  /** The first value of the query parameter of that name. */
  public Optional<String> query(String name) {
    return query.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .findFirst();
  }

  /** This request with the header set, replacing one of the same name whatever its case. */
  public ApiRequest withHeader(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.keySet().removeIf(name::equalsIgnoreCase);
    changed.put(name, value);
    return new ApiRequest(method, target, query, changed, body);
  }

  /**
   * This request sent to a link that a server gave in its answer: the link brings its own query,
   * and is resolved against this request's own target, as RFC 3986 says. One that begins with a
   * slash is a path below the base URL, or of the server's root.
   */
  public ApiRequest follow(String link) {
    return new ApiRequest(
        method, RelativeLink.resolved(target, link.strip()), List.of(), headers, body);
  }

  /** Method and path: what may be logged. A link's query may hold credentials. */
  @Override
  public String toString() {
    int query = target.indexOf('?');
    return method + " " + (query < 0 ? target : target.substring(0, query) + "?...");
  }
}
