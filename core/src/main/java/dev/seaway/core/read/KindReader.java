package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seaway.connector.ApiClient;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Kind;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.core.FaultOrigin;
import dev.seaway.core.SeawayException;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.evidence.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads a list page by page, and tells what its answers prove. It throws where the list cannot be
 * read on.
 */
public final class KindReader {

  private static final long MOST_LISTS = 1_000_000;

  private final ApiClient api;
  private final ParameterValues parameters;
  private final IgnoredSigns ignored = new IgnoredSigns();
  private final int pageLimit;
  private final int readAhead;
  private final long mostLists;

  /**
   * @param pageLimit pages of one list after which its paging is held to be broken
   * @param readAhead requests of one list that are sent before their turn at most; 0 for none
   */
  public KindReader(ApiClient api, int pageLimit, int readAhead) {
    this(api, pageLimit, readAhead, MOST_LISTS);
  }

  /**
   * @param mostLists that the path parameters of one kind may make
   */
  public KindReader(ApiClient api, int pageLimit, int readAhead, long mostLists) {
    this.api = api;
    this.pageLimit = pageLimit;
    this.readAhead = readAhead;
    this.mostLists = mostLists;
    this.parameters = new ParameterValues(this::readPages, mostLists);
  }

  /**
   * Tells what will be read, so that a list which is a kind and also holds the values of path
   * parameters is read once. Without it all is read as well, only more often.
   */
  public void expect(List<Listing> listings) {
    listings.forEach(listing -> parameters.want(listing.parameters()));
  }

  /** What it reads by. */
  public ApiClient api() {
    return api;
  }

  /** Places and headers that {@code ignoredSigns} names and that no answer has held. */
  public List<String> unheldSigns() {
    return ignored.unheld();
  }

  /** One that knows nothing of what this one has read, so that it reads all anew. */
  public KindReader anew() {
    return new KindReader(api, pageLimit, readAhead, mostLists);
  }

  /** Hands over every page, on the calling thread, as soon as it was read. */
  public void read(Listing listing, Consumer<Page> pages) {
    readLists(listing, PageTaker.of(pages));
  }

  /** Hands over the pages of those lists of the kind that are not behind, from where they begin. */
  public void readLists(Listing listing, PageTaker pages) {
    RefusedLists refused = new RefusedLists(listing.name());
    parameters.forEach(
        listing,
        pages::ended,
        values -> refused.read(values, () -> parameters.readAndGather(listing, values, pages)));
    refused.rethrow();
  }

  /** Hands over the pages of a list that only code can read. */
  public void read(Kind.Code kind, Consumer<Page> pages) {
    CodePages taken = new CodePages(pages);
    try {
      guarded(
          kind.name(),
          () -> {
            kind.reader().read(api, taken);
            return true;
          });
    } finally {
      taken.rethrow();
    }
  }

  private Verdict readPages(
      Listing listing,
      Map<String, JsonNode> values,
      StartPosition beginning,
      BiConsumer<Page, PagePosition> pages) {
    ApiRequest request = PathTemplate.resolve(listing.request(), values);
    ApiRequest start = first(listing, request, beginning);
    ListTrail trail = new ListTrail(listing, start, beginning, pageLimit, ignored);
    try (ReadAhead ahead = new ReadAhead(api, listing.pagination(), readAhead)) {
      Optional<ApiRequest> next = Optional.of(start);
      while (next.isPresent()) {
        ApiRequest current = next.get();
        Optional<ApiResponse> answer = trail.answer(current, ahead);
        if (answer.isEmpty()) {
          break;
        }
        next = readPage(listing, values, current, answer.get(), trail, ahead, pages);
      }
      return trail.verdict();
    }
  }

  private static Optional<ApiRequest> readPage(
      Listing listing,
      Map<String, JsonNode> values,
      ApiRequest current,
      ApiResponse response,
      ListTrail trail,
      ReadAhead ahead,
      BiConsumer<Page, PagePosition> pages) {
    Page page = new Page(listing.recordsOf(response));
    page.records().forEach(record -> addParameters(record, values));
    Optional<List<JsonNode>> received = listing.received(response, page.records());
    if (!trail.receive(current, response, page, received)) {
      return Optional.empty();
    }
    Optional<ApiRequest> next = Optional.empty();
    try {
      next =
          next(listing, current, response, page, received)
              .filter(coming -> trail.leadsOn(current, response, received, coming));
      next.ifPresent(coming -> ahead.prepare(coming, received.orElse(List.of())));
    } finally {
      Optional<String> position = listing.pagination().position(current);
      pages.accept(page, new PagePosition(values, position, next.isEmpty()));
    }
    return next;
  }

  private static ApiRequest first(Listing listing, ApiRequest request, StartPosition beginning) {
    ApiRequest first = guarded(listing.name(), () -> listing.pagination().first(request));
    return beginning instanceof StartPosition.Later(String position)
        ? guarded(listing.name(), () -> listing.pagination().at(first, position))
        : first;
  }

  private static Optional<ApiRequest> next(
      Listing listing,
      ApiRequest current,
      ApiResponse response,
      Page page,
      Optional<List<JsonNode>> received) {
    return received
        .map(records -> after(listing, current, response, new Page(records)))
        .orElseGet(() -> nextWhateverCame(listing, current, response, page));
  }

  /**
   * Where it is not known how many records came, the next request must not depend on it: else
   * records would be passed over, or the list be taken for ended.
   */
  private static Optional<ApiRequest> nextWhateverCame(
      Listing listing, ApiRequest current, ApiResponse response, Page page) {
    List<JsonNode> more = new ArrayList<>(page.records());
    more.add(response.body());
    Optional<ApiRequest> next = after(listing, current, response, page);
    if (!next.equals(after(listing, current, response, new Page(more)))) {
      throw new ReadException(
          Category.USER,
          listing.name()
              + ": this list is paged by the number of its records, and its data_path hides how"
              + " many an answer holds; begin data_path with the list's plain path (.values | ...),"
              + " or leave records out with selector.query.");
    }
    return next;
  }

  private static Optional<ApiRequest> after(
      Listing listing, ApiRequest current, ApiResponse response, Page page) {
    return guarded(listing.name(), () -> listing.pagination().next(current, response, page));
  }

  /** A connector's own code may throw anything; here it becomes a failure of its kind. */
  private static <T> T guarded(String kind, Supplier<T> connectorCode) {
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

  private static void addParameters(JsonNode record, Map<String, JsonNode> values) {
    if (record instanceof ObjectNode object) {
      values.forEach((name, value) -> object.set("__" + name, value));
    }
  }
}
