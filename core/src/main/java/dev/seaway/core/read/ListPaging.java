package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.core.FaultOrigin;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is asked next of a list, as its pagination says; it may be a connector's own code. */
record ListPaging(Listing listing) {

  /** The request of the page at which the reading begins. */
  ApiRequest first(ApiRequest request, StartPosition beginning) {
    Pagination pagination = listing.pagination();
    ApiRequest first = guarded(listing.name(), () -> pagination.first(request));
    return beginning instanceof StartPosition.Later(String position)
        ? guarded(listing.name(), () -> pagination.at(first, position))
        : first;
  }

  /**
   * The request of the next page; none where the list has ended.
   *
   * @param received the records that came over the wire, where that is known
   */
  Optional<ApiRequest> next(
      ApiRequest current, ApiResponse response, Page page, Optional<List<JsonNode>> received) {
    return received
        .map(records -> after(current, response, new Page(records)))
        .orElseGet(() -> whateverCame(current, response, page));
  }

  /**
   * Where it is not known how many records came, the next request must not depend on it: else
   * records would be passed over, or the list be taken for ended.
   */
  private Optional<ApiRequest> whateverCame(ApiRequest current, ApiResponse response, Page page) {
    List<JsonNode> more = new ArrayList<>(page.records());
    more.add(response.body());
    Optional<ApiRequest> next = after(current, response, page);
    if (!next.equals(after(current, response, new Page(more)))) {
      throw new ReadException(
          Category.USER,
          listing.name()
              + ": this list is paged by the number of its records, and its data_path hides how"
              + " many an answer holds; begin data_path with the list's plain path (.values | ...),"
              + " or leave records out with selector.query.");
    }
    return next;
  }

  private Optional<ApiRequest> after(ApiRequest current, ApiResponse response, Page page) {
    return guarded(listing.name(), () -> listing.pagination().next(current, response, page));
  }

  /** A connector's own code may throw anything; here it becomes a failure of its kind. */
  static <T> T guarded(String kind, Supplier<T> connectorCode) {
    try {
      return connectorCode.get();
    } catch (SeawayException e) {
      throw e;
    } catch (Pagination.BrokenPaging e) {
      throw new ReadException(Category.EXTERNAL, kind + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new ReadException(
          Category.INTERNAL,
          kind + ": the connector's own code failed: " + FaultOrigin.describe(e),
          e);
    }
  }
}
