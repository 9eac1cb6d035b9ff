package dev.seaway.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** Where a request carries the parameters of its page. */
public enum PagingPlace {
  /** In the JSON body of a POST or PUT that has none of them in its query; else in the query. */
  LIKE_REQUEST,
  /** In the query. */
  QUERY,
  /** In the JSON body; a name with dots is a way down. */
  BODY;

  private static final JsonMapper JSON = new JsonMapper();

  /** The value of a parameter, where the request has it. */
  Optional<String> value(ApiRequest request, String name) {
    return isInBody(request, name)
        ? Optional.of(body(request).at(way(name)))
            .filter(value -> value.isValueNode() && !value.isNull())
            .map(JsonNode::asText)
        : request.query(name);
  }

  /** The request with the parameter set. */
  ApiRequest with(ApiRequest request, String name, JsonNode value) {
    if (!isInBody(request, name)) {
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

  private boolean isInBody(ApiRequest request, String name) {
    return switch (this) {
      case QUERY -> false;
      case BODY -> true;
      case LIKE_REQUEST ->
          (request.method() == ApiRequest.Method.POST || request.method() == ApiRequest.Method.PUT)
              && request.query(name).isEmpty()
              && request.body().filter(body -> !body.contentType().contains("json")).isEmpty();
    };
  }

  private static ObjectNode body(ApiRequest request) {
    if (request.body().isEmpty()) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return (ObjectNode) JSON.readTree(request.body().get().bytes());
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
