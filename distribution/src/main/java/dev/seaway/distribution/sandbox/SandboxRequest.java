package dev.seaway.distribution.sandbox;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the sandbox site needs to know of a request.
 *
 * @param path decoded, without the query
 * @param query name to value, decoded, in the order sent; of a repeated name the first value
 * @param authorization the header of that name
 */
public record SandboxRequest(
    String method, String path, Map<String, String> query, Optional<String> authorization) {

  public SandboxRequest {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  /** Takes path and query from the target of a request. */
  public static SandboxRequest of(String method, URI target, Optional<String> authorization) {
    return new SandboxRequest(
        method, target.getPath(), query(Optional.ofNullable(target.getRawQuery())), authorization);
  }

  /** This request with one query parameter set. */
  public SandboxRequest withQuery(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(query);
    changed.put(name, value);
    return new SandboxRequest(method, path, changed, authorization);
  }

  private static Map<String, String> query(Optional<String> raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String parameter : raw.filter(text -> !text.isEmpty()).orElse("").split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        query.putIfAbsent(
            decode(parameter.substring(0, equals)), decode(parameter.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
