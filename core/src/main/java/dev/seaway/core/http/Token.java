package dev.seaway.core.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a token request brought, ready to be put into requests.
 *
 * @param body fields to merge into a JSON body
 * @param due when a new one should be fetched; empty: when the server refuses this one
 */
record Token(
    Map<String, String> headers,
    Map<String, String> query,
    Optional<ObjectNode> body,
    Optional<Instant> due) {

  private static final JsonMapper JSON = new JsonMapper();

  boolean isDue(Instant now) {
    return due.filter(instant -> !now.isBefore(instant)).isPresent();
  }

  ApiRequest put(ApiRequest request) {
    ApiRequest authorized = request;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      authorized = authorized.withHeader(header.getKey(), header.getValue());
    }
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      authorized =
          withoutInTarget(authorized, parameter.getKey())
              .withQuery(parameter.getKey(), parameter.getValue());
    }
    return body.isPresent() ? withBody(authorized, body.get()) : authorized;
  }

  /** A next link may repeat the parameter with the token of the request before. */
  private static ApiRequest withoutInTarget(ApiRequest request, String name) {
    String target = request.target();
    int mark = target.indexOf('?');
    if (mark < 0) {
      return request;
    }
    String encoded = UrlText.parameter(name);
    String query =
        Arrays.stream(target.substring(mark + 1).split("&", -1))
            .filter(parameter -> !isNamed(parameter, name) && !isNamed(parameter, encoded))
            .collect(Collectors.joining("&"));
    return new ApiRequest(
        request.method(),
        target.substring(0, mark) + (query.isEmpty() ? "" : "?" + query),
        request.query(),
        request.headers(),
        request.body());
  }

  private static boolean isNamed(String parameter, String name) {
    return parameter.equals(name) || parameter.startsWith(name + "=");
  }

  /** A GET or DELETE without a body stays without one. */
  private static ApiRequest withBody(ApiRequest request, ObjectNode fields) {
    boolean bodiless =
        request.method() == ApiRequest.Method.GET || request.method() == ApiRequest.Method.DELETE;
    if (request.body().isEmpty() && bodiless) {
      return request;
    }
    ObjectNode merged = request.body().map(Token::object).orElseGet(JSON::createObjectNode);
    merged.setAll(fields);
    return new ApiRequest(
        request.method(),
        request.target(),
        request.query(),
        request.headers(),
        Optional.of(ApiRequest.Body.json(merged)));
  }

  private static ObjectNode object(ApiRequest.Body body) {
    if (body.contentType().contains("json") && tree(body.text()) instanceof ObjectNode object) {
      return object;
    }
    throw new ApiException(
        ApiException.Reason.TOKEN,
        "The template's body can be merged into a JSON object only, not into a body of type "
            + body.contentType());
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new ApiException(
          ApiException.Reason.TOKEN, "A body of type JSON cannot be read as JSON", e);
    }
  }

  /** Names only: the values are secrets. */
  @Override
  public String toString() {
    return "Token[headers " + headers.keySet() + ", query " + query.keySet() + ", due " + due + "]";
  }
}
