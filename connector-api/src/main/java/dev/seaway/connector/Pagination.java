package dev.seaway.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * How the pages of a list follow each other. Stateless: all a strategy knows is the request, its
 * answer and the records found in it. The engine stops a strategy that repeats a request or a page,
 * or that runs past the page limit.
 */
public sealed interface Pagination {

  /** The request of the first page. What the mapping's author has set in the query is kept. */
  ApiRequest first(ApiRequest request);

  /**
   * The request of the next page; none where the list has ended.
   *
   * @throws BrokenPaging if the answer contradicts itself: the list has not been read to a proven
   *     end
   */
  Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page);

  /**
   * The request that will follow if this one brings that many records and is not the last, where
   * that is known without the answer: then pages can be read ahead. A wrong guess costs a request
   * and changes nothing, for only {@link #next} decides.
   */
  default Optional<ApiRequest> ahead(ApiRequest previous, int records) {
    return Optional.empty();
  }

  /** One request, one page. An answer that says that there is more contradicts it. */
  record None(More more) implements Pagination {

    /** For an API whose answers say nothing about further pages. */
    public None() {
      this(new More(List.of(), List.of()));
    }

    @Override
    public ApiRequest first(ApiRequest request) {
      return request;
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      boolean linked =
          response.headers().getOrDefault("link", List.of()).stream()
              .anyMatch(header -> LinkHeader.target(header, "next").isPresent());
      if (linked || more.isHinted(response.body())) {
        throw new BrokenPaging(
            "The answer says that there is more, yet this list is read without pagination.");
      }
      return Optional.empty();
    }
  }

  /**
   * The position of the first record, and how many are wanted. Goes on by what came back, for a
   * server may grant fewer than were asked for; ends where a flag says so or, without a flag, at
   * the first empty page.
   */
  record Offset(String offsetParam, String sizeParam, int pageSize, More more)
      implements Pagination {
    @Override
    public ApiRequest first(ApiRequest request) {
      return withDefault(withDefault(request, offsetParam, 0), sizeParam, pageSize);
    }

    @Override
    public Optional<ApiRequest> ahead(ApiRequest previous, int records) {
      return Optional.of(increase(previous, offsetParam, records)).filter(_ -> records > 0);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      return more.after(response, page)
          ? Optional.of(increase(previous, offsetParam, page.records().size()))
          : Optional.empty();
    }
  }

  /** The number of the page, counted from {@code startPage}. Ends like {@link Offset}. */
  record PageNumber(String pageParam, String sizeParam, int pageSize, int startPage, More more)
      implements Pagination {
    @Override
    public ApiRequest first(ApiRequest request) {
      return withDefault(withDefault(request, pageParam, startPage), sizeParam, pageSize);
    }

    @Override
    public Optional<ApiRequest> ahead(ApiRequest previous, int records) {
      return Optional.of(increase(previous, pageParam, 1)).filter(_ -> records > 0);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      return more.after(response, page)
          ? Optional.of(increase(previous, pageParam, 1))
          : Optional.empty();
    }
  }

  /**
   * A token of the answer that the next request repeats.
   *
   * @param cursors where the token may lie; the first that is there counts
   */
  record Cursor(
      String cursorParam, String sizeParam, int pageSize, List<JsonPointer> cursors, More more)
      implements Pagination {

    public Cursor {
      cursors = List.copyOf(cursors);
    }

    @Override
    public ApiRequest first(ApiRequest request) {
      return withDefault(request, sizeParam, pageSize);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      Optional<String> cursor = text(response.body(), cursors);
      Optional<Boolean> said = more.says(response.body());
      if (cursor.isEmpty() && more.isHinted(response.body())) {
        throw new BrokenPaging("The answer says that there is more, yet names no next cursor.");
      }
      return said.orElse(true)
          ? cursor.map(token -> previous.withQuery(cursorParam, token))
          : Optional.empty();
    }
  }

  /**
   * A link to the next page in the body. The link decides; a flag can only contradict its absence.
   *
   * @param links where the link may lie; the first that is there counts
   * @param size sent with the first request only, for the links repeat it
   */
  record NextLink(List<JsonPointer> links, Optional<ApiRequest.Parameter> size, More more)
      implements Pagination {

    public NextLink {
      links = List.copyOf(links);
    }

    @Override
    public ApiRequest first(ApiRequest request) {
      return withDefault(request, size);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      return more.follow(previous, response, page, text(response.body(), links));
    }
  }

  /**
   * A link to the next page in the {@code Link} header (RFC 8288). The link decides, as with {@link
   * NextLink}.
   */
  record HeaderLink(String rel, Optional<ApiRequest.Parameter> size, More more)
      implements Pagination {
    @Override
    public ApiRequest first(ApiRequest request) {
      return withDefault(request, size);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      Optional<String> link =
          response.headers().getOrDefault("link", List.of()).stream()
              .flatMap(header -> LinkHeader.target(header, rel).stream())
              .findFirst();
      return more.follow(previous, response, page, link);
    }
  }

  /** A strategy that none of the others describes: stateless and thread-safe as they are. */
  non-sealed interface Custom extends Pagination {}

  /**
   * The flags by which an answer says whether there is more.
   *
   * @param hasMore places of a value that is true (or not empty) while there is more; the first
   *     that is there counts
   * @param lastPage places of a value that is true on the last page; the first that is there counts
   * @param hints places of a value that is there only while there is more, such as a link; they
   *     only contradict an end that no flag confirms
   */
  record More(List<JsonPointer> hasMore, List<JsonPointer> lastPage, List<JsonPointer> hints) {

    public More {
      hasMore = List.copyOf(hasMore);
      lastPage = List.copyOf(lastPage);
      hints = List.copyOf(hints);
    }

    /** Flags without hints. */
    public More(List<JsonPointer> hasMore, List<JsonPointer> lastPage) {
      this(hasMore, lastPage, List.of());
    }

    /** What the answer says; empty where it says nothing. */
    public Optional<Boolean> says(JsonNode body) {
      Optional<Boolean> more = find(body, hasMore).map(More::truth);
      Optional<Boolean> last = find(body, lastPage).filter(flag -> !flag.isNull()).map(More::truth);
      if (more.isPresent() && last.isPresent() && more.get().equals(last.get())) {
        throw new BrokenPaging(
            "The answer says both that this is the last page and that there is more, or neither.");
      }
      return last.isPresent() ? last.map(flag -> !flag) : more;
    }

    private boolean isHinted(JsonNode body) {
      return says(body).orElseGet(() -> hints.stream().map(body::at).anyMatch(More::truth));
    }

    private boolean after(ApiResponse response, Page page) {
      if (page.records().isEmpty() && isHinted(response.body())) {
        throw new BrokenPaging("The answer says that there is more, yet holds no record.");
      }
      return says(response.body()).orElse(!page.records().isEmpty());
    }

    private Optional<ApiRequest> follow(
        ApiRequest previous, ApiResponse response, Page page, Optional<String> link) {
      if (link.isEmpty() && isHinted(response.body())) {
        throw new BrokenPaging("The answer says that there is more, yet names no next link.");
      }
      if (page.records().isEmpty() && says(response.body()).orElse(false)) {
        throw new BrokenPaging("The answer says that there is more, yet holds no record.");
      }
      return link.map(previous::follow);
    }

    private static boolean truth(JsonNode flag) {
      return switch (flag.getNodeType()) {
        case BOOLEAN -> flag.booleanValue();
        case NUMBER -> flag.doubleValue() != 0;
        case STRING -> !flag.textValue().isBlank() && !flag.textValue().equalsIgnoreCase("false");
        case ARRAY, OBJECT -> !flag.isEmpty();
        case BINARY, MISSING, NULL, POJO -> false;
      };
    }
  }

  /** The answer contradicts itself, so that the end of the list is not proven. */
  final class BrokenPaging extends RuntimeException {
    public BrokenPaging(String message) {
      super(message);
    }
  }

  private static ApiRequest withDefault(ApiRequest request, String name, Object value) {
    return request.query(name).isPresent() ? request : request.withQuery(name, value.toString());
  }

  private static ApiRequest withDefault(
      ApiRequest request, Optional<ApiRequest.Parameter> parameter) {
    return parameter
        .map(given -> withDefault(request, given.name(), given.value()))
        .orElse(request);
  }

  private static ApiRequest increase(ApiRequest previous, String name, int by) {
    String position = previous.query(name).orElse("0");
    try {
      return previous.withQuery(name, Long.toString(Math.addExact(Long.parseLong(position), by)));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new BrokenPaging(
          "The query parameter " + name + "=" + position + " is not a position to go on from.");
    }
  }

  private static Optional<JsonNode> find(JsonNode body, List<JsonPointer> places) {
    return places.stream().map(body::at).filter(found -> !found.isMissingNode()).findFirst();
  }

  private static Optional<String> text(JsonNode body, List<JsonPointer> places) {
    return places.stream()
        .map(body::at)
        .filter(found -> found.isTextual() || found.isNumber())
        .map(found -> found.isNumber() ? found.decimalValue().toPlainString() : found.textValue())
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
