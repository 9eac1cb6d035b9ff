package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.core.evidence.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One list of a kind: what can be read by itself, whoever reads the others.
 *
 * @param values of the parameters of its path; none where the kind has but one list
 */
public record Split(Listing listing, Map<String, JsonNode> values) {

  public Split {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The request with the values in its path. */
  ApiRequest request() {
    return PathTemplate.resolve(listing.request(), values);
  }

  /** What is known of the end of this list, among those of its kind. */
  Verdict among(Verdict verdict) {
    return values.isEmpty() ? verdict : verdict.of("the list of " + shown());
  }

  private String shown() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " " + value.getValue().asText())
        .collect(Collectors.joining(", "));
  }
}
