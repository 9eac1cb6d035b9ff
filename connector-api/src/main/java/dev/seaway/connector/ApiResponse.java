package dev.seaway.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A successful answer, parsed once.
 *
 * @param status the HTTP status, 200 to 299
 * @param headers names in lower case to values in the order received
 * @param body the JSON document; a missing node where the answer had no body
 */
public record ApiResponse(int status, Map<String, List<String>> headers, JsonNode body) {

  /** The first value of a header, whatever the case of the name asked for. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
        .findFirst();
  }
}
