package dev.seaway.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Where a request carries the parameters of its page. */
public enum PagingPlace {
  /**
   * In the JSON body of a POST or PUT, unless its query holds one of them already or its body is no
   * JSON; all others in the query. It is one place for all of them.
   */
  LIKE_REQUEST,
  /** In the query. */
  QUERY,
  /** In the JSON body; a name with dots is a way down. */
  BODY;

  /** Made for the first list that is paged by its body: making it takes long. */
  private static final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();
  }

  /** The place of all these parameters in this request: {@link #QUERY} or {@link #BODY}. */
  PagingPlace in(ApiRequest request, String... names) {
    return switch (this) {
      case QUERY, BODY -> this;
      case LIKE_REQUEST -> mayUseBody(request) && !hasInQuery(request, names) ? BODY : QUERY;
    };
  }

  private static boolean mayUseBody(ApiRequest request) {
    return (request.method() == ApiRequest.Method.POST || request.method() == ApiRequest.Method.PUT)
        && request.body().filter(body -> !body.contentType().contains("json")).isEmpty();
  }

  private static boolean hasInQuery(ApiRequest request, String... names) {
    return Arrays.stream(names).anyMatch(name -> request.query(name).isPresent());
  }

  /** The value of a parameter, where the request has it. */
  Optional<String> value(ApiRequest request, String name) {
    return this == BODY
        ? Optional.of(body(request).at(way(name)))
            .filter(value -> value.isValueNode() && !value.isNull())
            .map(JsonNode::asText)
        : request.query(name);
  }

  /** The request with the parameter set. */
  ApiRequest with(ApiRequest request, String name, JsonNode value) {
    if (this != BODY) {
      return request.withQuery(name, value.asText());
    }
    ObjectNode body = body(request);
    ObjectNode holder = body;
    String[] steps = name.split("\\.", -1);
    for (int step = 0; step < steps.length - 1; step++) {
      holder = holder.withObjectProperty(steps[step]);
    }
    holder.set(steps[steps.length - 1], value);
    return new ApiRequest(
        request.method(),
        request.target(),
        request.query(),
        request.headers(),
        Optional.of(ApiRequest.Body.json(body)));
  }

  private static ObjectNode body(ApiRequest request) {
    if (request.body().isEmpty()) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return (ObjectNode) Json.MAPPER.readTree(request.body().get().bytes());
    } catch (IOException | ClassCastException e) {
      throw new Pagination.BrokenPaging(
          "The request's body is no JSON object, so that it cannot carry paging parameters; set"
              + " paginationIn to query.");
    }
  }

  private static String way(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1").replace('.', '/');
  }
}
