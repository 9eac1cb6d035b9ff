package dev.seaway.core.read.styles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import java.util.Optional;

/** Ways of paging that options cannot name, as a connector's author writes them. */
final class Codes {

  private Codes() {}

  /** The next page begins behind the last record; a flag says whether there is one. */
  static Pagination.Custom lastId(String parameter) {
    return (FromFirst)
        (previous, response, page) ->
            page.records().isEmpty() || !response.body().path("has_more").asBoolean(true)
                ? Optional.empty()
                : Optional.of(previous.withQuery(parameter, id(page.records().getLast())));
  }

  private static String id(JsonNode record) {
    return record.path("id").asText();
  }

  /** A header of the answer goes into a parameter of the next request. */
  static Pagination.Custom header(String header, String parameter) {
    return (FromFirst)
        (previous, response, _) ->
            response.header(header).map(token -> previous.withQuery(parameter, token));
  }

  /** A header of the answer goes into a header of the next request. */
  static Pagination.Custom range(String header, String parameter) {
    return (FromFirst)
        (previous, response, _) ->
            response.header(header).map(range -> previous.withHeader(parameter, range));
  }

  /** Begins with the request as it is. */
  private interface FromFirst extends Pagination.Custom {
    @Override
    default ApiRequest first(ApiRequest request) {
      return request;
    }

    @Override
    Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page);
  }
}
