package dev.seaway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a mapping says about the request that reads its records.
 *
 * @param method GET, POST, PUT, PATCH or DELETE; by default GET
 * @param queryParams in the order of the document; a list of values repeats the name
 * @param body absent too if a GET has an empty object as its body
 */
public record RequestSpec(
    String method,
    List<Map.Entry<String, String>> queryParams,
    Map<String, String> headers,
    Optional<JsonNode> body) {

  public RequestSpec {
    queryParams = List.copyOf(queryParams);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Method only: headers and parameters may hold credentials. */
  @Override
  public String toString() {
    return method;
  }
}
