package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.Page;
import dev.seaway.core.SeawayException.Category;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was asked and received of one list, so that paging that goes in circles is an error and
 * never a loop.
 */
final class PageTrail {

  private final String kind;
  private final int pageLimit;
  private final Set<String> asked = new HashSet<>();
  private List<JsonNode> previous = List.of();

  PageTrail(String kind, int pageLimit) {
    this.kind = kind;
    this.pageLimit = pageLimit;
  }

  void ask(ApiRequest request) {
    if (asked.size() == pageLimit) {
      throw new ReadException(
          Category.EXTERNAL,
          kind + ": still not at its end after " + pageLimit + " pages; check its pagination.");
    }
    String page = request.target() + request.query() + request.body().map(ApiRequest.Body::text);
    if (!asked.add(page)) {
      throw new ReadException(
          Category.EXTERNAL,
          kind
              + ": page "
              + asked.size()
              + " names itself or an earlier page as the next one ("
              + request.target()
              + "), so that its end is never reached.");
    }
  }

  void receive(ApiRequest request, Page page) {
    if (!page.records().isEmpty() && page.records().equals(previous)) {
      throw new ReadException(
          Category.EXTERNAL,
          kind
              + ": pages "
              + (asked.size() - 1)
              + " and "
              + asked.size()
              + " are the same; the API seems to ignore "
              + request.query().stream().map(ApiRequest.Parameter::name).toList()
              + ". Check paginationParam and sizeParam, or whether this list has pages at all.");
    }
    previous = page.records();
  }
}
