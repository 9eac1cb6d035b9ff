package dev.seaway.connector.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Auth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the JSON of {@code customAuthRequest} and {@code customAuthRequestTemplate}. */
final class CustomAuth {

  private static final Set<String> REQUEST_KEYS =
      Set.of(
          "endpoint",
          "method",
          "headers",
          "body",
          "bodyForm",
          "queryParams",
          "reauthenticateIntervalSeconds");
  private static final Set<String> TEMPLATE_KEYS = Set.of("headers", "queryParams", "body");

  private CustomAuth() {}

  static Auth.TokenRequest parse(JsonNode request, JsonNode template) {
    checkKeys("customAuthRequest", request, REQUEST_KEYS);
    checkKeys("customAuthRequestTemplate", template, TEMPLATE_KEYS);
    if (template.isEmpty()) {
      throw new IllegalArgumentException(
          "customAuthRequestTemplate needs headers, queryParams or body");
    }
    return new Auth.TokenRequest(
        tokenRequest(request),
        refreshEvery(request.path("reauthenticateIntervalSeconds")),
        strings("customAuthRequestTemplate.headers", template.path("headers")),
        strings("customAuthRequestTemplate.queryParams", template.path("queryParams")),
        bodyTemplate(template.path("body")));
  }

  private static Optional<JsonNode> bodyTemplate(JsonNode body) {
    if (body.isMissingNode() || body.isNull()) {
      return Optional.empty();
    }
    if (!body.isObject()) {
      throw new IllegalArgumentException("customAuthRequestTemplate.body must be a JSON object");
    }
    return Optional.of(body);
  }

  private static ApiRequest tokenRequest(JsonNode request) {
    if (!request.path("endpoint").isTextual()) {
      throw new IllegalArgumentException("customAuthRequest needs endpoint, a path or a URL");
    }
    if (request.hasNonNull("body") && request.hasNonNull("bodyForm")) {
      throw new IllegalArgumentException("customAuthRequest takes body or bodyForm, not both");
    }
    List<ApiRequest.Parameter> query = new ArrayList<>();
    strings("customAuthRequest.queryParams", request.path("queryParams"))
        .forEach((name, value) -> query.add(new ApiRequest.Parameter(name, value)));
    return new ApiRequest(
        method(request.path("method").asText("POST")),
        request.path("endpoint").textValue(),
        query,
        strings("customAuthRequest.headers", request.path("headers")),
        body(request));
  }

  private static ApiRequest.Method method(String word) {
    try {
      return ApiRequest.Method.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "customAuthRequest.method is "
              + word
              + "; accepted are "
              + List.of(ApiRequest.Method.values()),
          e);
    }
  }

  private static Optional<ApiRequest.Body> body(JsonNode request) {
    if (request.hasNonNull("bodyForm")) {
      return Optional.of(
          ApiRequest.Body.form(strings("customAuthRequest.bodyForm", request.path("bodyForm"))));
    }
    return request.hasNonNull("body")
        ? Optional.of(ApiRequest.Body.json(request.path("body")))
        : Optional.empty();
  }

  private static Optional<Duration> refreshEvery(JsonNode seconds) {
    if (seconds.isMissingNode() || seconds.isNull()) {
      return Optional.empty();
    }
    if (!seconds.isIntegralNumber() || !seconds.canConvertToLong() || seconds.longValue() < 1) {
      throw new IllegalArgumentException(
          "customAuthRequest.reauthenticateIntervalSeconds must be a whole number from 1");
    }
    return Optional.of(Duration.ofSeconds(seconds.longValue()));
  }

  private static Map<String, String> strings(String where, JsonNode fields) {
    if (!fields.isMissingNode() && !fields.isNull() && !fields.isObject()) {
      throw new IllegalArgumentException(where + " must be a JSON object");
    }
    Map<String, String> strings = new LinkedHashMap<>();
    fields
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().isValueNode() || field.getValue().isNull()) {
                throw new IllegalArgumentException(
                    where + "." + field.getKey() + " must be a string, a number or a boolean");
              }
              strings.put(field.getKey(), field.getValue().asText());
            });
    return strings;
  }

  private static void checkKeys(String where, JsonNode object, Set<String> known) {
    if (!object.isObject()) {
      throw new IllegalArgumentException(where + " must be a JSON object");
    }
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new IllegalArgumentException(
                    where
                        + " has the unknown key "
                        + key
                        + "; known are "
                        + known.stream().sorted().toList());
              }
            });
  }
}
