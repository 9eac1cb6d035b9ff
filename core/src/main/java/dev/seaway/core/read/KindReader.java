package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a list page by page. It returns only when the list was read to a proven end; otherwise it
 * throws.
 */
public final class KindReader {

  private final ApiClient api;
  private final ParameterValues parameters;
  private final int pageLimit;

  /**
   * @param pageLimit pages of one list after which its paging is held to be broken
   */
  public KindReader(ApiClient api, int pageLimit) {
    this.api = api;
    this.pageLimit = pageLimit;
    this.parameters = new ParameterValues(this::readPages);
  }

  /** Hands over every page, on the calling thread, as soon as it was read. */
  public void read(Listing listing, Consumer<Page> pages) {
    parameters.forEach(listing, values -> readPages(listing, values, pages));
  }

  /** Hands over the pages of a list that only code can read. */
  public void read(dev.seaway.connector.Kind.Code kind, Consumer<Page> pages) {
    guarded(
        kind.name(),
        () -> {
          kind.reader().read(api, pages);
          return true;
        });
  }

  private void readPages(Listing listing, Map<String, JsonNode> values, Consumer<Page> pages) {
    ApiRequest request = PathTemplate.resolve(listing.request(), values);
    PageTrail trail = new PageTrail(listing.name(), pageLimit);
    Optional<ApiRequest> next = Optional.of(first(listing, request));
    while (next.isPresent()) {
      ApiRequest current = next.get();
      trail.ask(current);
      ApiResponse response = api.send(current);
      Page page = new Page(listing.records().in(response.body()));
      page.records().forEach(record -> addParameters(record, values));
      trail.receive(current, page);
      pages.accept(page);
      List<JsonNode> received = listing.records().received(response.body(), page.records());
      next = next(listing, current, response, new Page(received));
    }
  }

  private static ApiRequest first(Listing listing, ApiRequest request) {
    return guarded(listing.name(), () -> listing.pagination().first(request));
  }

  private static Optional<ApiRequest> next(
      Listing listing, ApiRequest current, ApiResponse response, Page page) {
    return guarded(listing.name(), () -> listing.pagination().next(current, response, page));
  }

  /** A connector's own code may throw anything; here it becomes a failure of its kind. */
  private static <T> T guarded(String kind, java.util.function.Supplier<T> connectorCode) {
    try {
      return connectorCode.get();
    } catch (SeawayException e) {
      throw e;
    } catch (Pagination.BrokenPaging e) {
      throw new ReadException(Category.EXTERNAL, kind + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new ReadException(
          Category.INTERNAL, kind + ": the connector's own code failed: " + e, e);
    }
  }

  private static void addParameters(JsonNode record, Map<String, JsonNode> values) {
    if (record instanceof ObjectNode object) {
      values.forEach((name, value) -> object.set("__" + name, value));
    }
  }
}
