package dev.seaway.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A successful answer, parsed once.
 *
 * @param status the HTTP status, 200 to 299
 * @param headers names, kept in lower case, to values in the order received
 * @param body the JSON document; a missing node where the answer had no body
 */
public record ApiResponse(int status, Map<String, List<String>> headers, JsonNode body) {

  public ApiResponse {
    Map<String, List<String>> lowerCase = new LinkedHashMap<>();
    headers.forEach(
        (name, values) ->
            lowerCase
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .addAll(values));
    lowerCase.replaceAll((name, values) -> List.copyOf(values));
    headers = Collections.unmodifiableMap(lowerCase);
  }

  /** The first value of a header, whatever the case of the name asked for. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }
}
