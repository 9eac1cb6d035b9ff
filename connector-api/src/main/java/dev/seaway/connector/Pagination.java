package dev.seaway.connector;

import static dev.seaway.connector.PageRequests.follow;
import static dev.seaway.connector.PageRequests.goesOn;
import static dev.seaway.connector.PageRequests.increase;
import static dev.seaway.connector.PageRequests.ofOne;
import static dev.seaway.connector.PageRequests.saysMore;
import static dev.seaway.connector.PageRequests.text;
import static dev.seaway.connector.PageRequests.withDefault;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/**
 * How the pages of a list follow each other. Stateless: all a strategy knows is the request, its
 * answer and the records found in it. It only says what is asked next; whether the list was read to
 * its end, the engine judges by all that the answers say. The engine stops a strategy that repeats
 * a request, whose pages bring nothing new, or that runs past the page limit.
 */
public sealed interface Pagination {

  /** The request of the first page. What the mapping's author has set is kept. */
  ApiRequest first(ApiRequest request);

  /**
   * A request that shows whether the list has records, and asks for as few of them as can be: the
   * first one, for one record where the size of a page can be said.
   */
  default ApiRequest shortest(ApiRequest request) {
    return first(request);
  }

  /**
   * The request of the next page; none where the list has ended.
   *
   * @throws BrokenPaging if the answer contradicts itself: the list has not been read to a proven
   *     end
   */
  Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page);

  /** By what the answers tell whether there is more. */
  EndSigns signs();

  /**
   * The request that will follow if this one brings that many records and is not the last, where
   * that is known without the answer: then pages can be read ahead. A wrong guess costs a request
   * and changes nothing, for only {@link #next} decides.
   */
  default Optional<ApiRequest> ahead(ApiRequest previous, int records) {
    return Optional.empty();
  }

  /**
   * Where in its list a request asks, as a number that means the same in another process; empty
   * where only the server knows it.
   */
  default Optional<String> position(ApiRequest request) {
    return Optional.empty();
  }

  /** The first request, moved to a position that {@link #position} has told. */
  default ApiRequest at(ApiRequest first, String position) {
    return first;
  }

  /** One request, one page. */
  record None(EndSigns signs) implements Pagination {

    /** For an API of whose answers nothing is known. */
    public None() {
      this(EndSigns.NONE);
    }

    @Override
    public ApiRequest first(ApiRequest request) {
      return request;
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      return Optional.empty();
    }
  }

  /**
   * The position of the first record, and how many are wanted. Goes on by what came back, for a
   * server may grant fewer than were asked for; ends where a flag says so or, without a flag, at
   * the first empty page.
   */
  record Offset(
      String offsetParam, String sizeParam, int pageSize, PagingPlace place, EndSigns signs)
      implements Pagination {

    /** With its parameters where the request's others are. */
    public Offset(String offsetParam, String sizeParam, int pageSize, EndSigns signs) {
      this(offsetParam, sizeParam, pageSize, PagingPlace.LIKE_REQUEST, signs);
    }

    private PagingPlace placeIn(ApiRequest request) {
      return place.in(request, offsetParam, sizeParam);
    }

    @Override
    public ApiRequest first(ApiRequest request) {
      PagingPlace where = placeIn(request);
      return withDefault(withDefault(request, where, offsetParam, 0), where, sizeParam, pageSize);
    }

    @Override
    public ApiRequest shortest(ApiRequest request) {
      return ofOne(first(request), placeIn(request), sizeParam);
    }

    @Override
    public Optional<ApiRequest> ahead(ApiRequest previous, int records) {
      return Optional.of(increase(previous, placeIn(previous), offsetParam, records))
          .filter(_ -> records > 0);
    }

    @Override
    public Optional<String> position(ApiRequest request) {
      return placeIn(request).value(request, offsetParam);
    }

    @Override
    public ApiRequest at(ApiRequest first, String position) {
      return PageRequests.at(first, placeIn(first), offsetParam, position);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      return goesOn(signs, response, page)
          ? Optional.of(increase(previous, placeIn(previous), offsetParam, page.records().size()))
          : Optional.empty();
    }
  }

  /** The number of the page, counted from {@code startPage}. Ends like {@link Offset}. */
  record PageNumber(
      String pageParam,
      String sizeParam,
      int pageSize,
      int startPage,
      PagingPlace place,
      EndSigns signs)
      implements Pagination {

    /** With its parameters where the request's others are. */
    public PageNumber(
        String pageParam, String sizeParam, int pageSize, int startPage, EndSigns signs) {
      this(pageParam, sizeParam, pageSize, startPage, PagingPlace.LIKE_REQUEST, signs);
    }

    private PagingPlace placeIn(ApiRequest request) {
      return place.in(request, pageParam, sizeParam);
    }

    @Override
    public ApiRequest first(ApiRequest request) {
      PagingPlace where = placeIn(request);
      return withDefault(
          withDefault(request, where, pageParam, startPage), where, sizeParam, pageSize);
    }

    @Override
    public ApiRequest shortest(ApiRequest request) {
      return ofOne(first(request), placeIn(request), sizeParam);
    }

    @Override
    public Optional<ApiRequest> ahead(ApiRequest previous, int records) {
      return Optional.of(increase(previous, placeIn(previous), pageParam, 1))
          .filter(_ -> records > 0);
    }

    @Override
    public Optional<String> position(ApiRequest request) {
      return placeIn(request).value(request, pageParam);
    }

    @Override
    public ApiRequest at(ApiRequest first, String position) {
      return PageRequests.at(first, placeIn(first), pageParam, position);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      return goesOn(signs, response, page)
          ? Optional.of(increase(previous, placeIn(previous), pageParam, 1))
          : Optional.empty();
    }
  }

  /**
   * A token of the answer that the next request repeats. A flag and the token must both say that
   * there is more.
   *
   * @param cursors where the token may lie; the first that is there counts
   */
  record Cursor(
      String cursorParam,
      String sizeParam,
      int pageSize,
      List<JsonPointer> cursors,
      PagingPlace place,
      EndSigns signs)
      implements Pagination {

    public Cursor {
      cursors = List.copyOf(cursors);
    }

    /** With its parameters where the request's others are. */
    public Cursor(
        String cursorParam,
        String sizeParam,
        int pageSize,
        List<JsonPointer> cursors,
        EndSigns signs) {
      this(cursorParam, sizeParam, pageSize, cursors, PagingPlace.LIKE_REQUEST, signs);
    }

    private PagingPlace placeIn(ApiRequest request) {
      return place.in(request, cursorParam, sizeParam);
    }

    @Override
    public ApiRequest first(ApiRequest request) {
      return withDefault(request, placeIn(request), sizeParam, pageSize);
    }

    @Override
    public ApiRequest shortest(ApiRequest request) {
      return ofOne(first(request), placeIn(request), sizeParam);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      Optional<String> cursor = text(response.body(), cursors).filter(token -> !signs.isEnd(token));
      Optional<Boolean> more = signs.says(response.body());
      if (cursor.isEmpty() && more.orElse(false)) {
        throw saysMore(signs, response, "names no next cursor", "correct cursorPath");
      }
      return more.orElse(true)
          ? cursor.map(
              token ->
                  placeIn(previous)
                      .with(previous, cursorParam, JsonNodeFactory.instance.textNode(token)))
          : Optional.empty();
    }
  }

  /**
   * A link to the next page in the body. The link decides, unless its place is among the ignored
   * signs and a flag says the end; otherwise a flag can only contradict its absence.
   *
   * @param links where the link may lie; the first that is there counts
   * @param size sent with the first request only, for the links repeat it
   */
  record NextLink(List<JsonPointer> links, Optional<ApiRequest.Parameter> size, EndSigns signs)
      implements Pagination {

    public NextLink {
      links = List.copyOf(links);
    }

    @Override
    public ApiRequest first(ApiRequest request) {
      return withDefault(request, size);
    }

    @Override
    public ApiRequest shortest(ApiRequest request) {
      return ofOne(first(request), size);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      return isEndedByFlag(response)
          ? Optional.empty()
          : follow(signs, previous, response, page, text(response.body(), links));
    }

    /** A link that the user has named as no sign does not go against a flag. */
    private boolean isEndedByFlag(ApiResponse response) {
      return links.stream().anyMatch(signs.declared()::ignores)
          && !signs.says(response.body()).orElse(true);
    }
  }

  /**
   * A link to the next page in the {@code Link} header (RFC 8288). The link decides, as with {@link
   * NextLink}; one that says {@code results="false"} leads nowhere.
   */
  record HeaderLink(String rel, Optional<ApiRequest.Parameter> size, EndSigns signs)
      implements Pagination {
    @Override
    public ApiRequest first(ApiRequest request) {
      return withDefault(request, size);
    }

    @Override
    public ApiRequest shortest(ApiRequest request) {
      return ofOne(first(request), size);
    }

    @Override
    public Optional<ApiRequest> next(ApiRequest previous, ApiResponse response, Page page) {
      Optional<String> link = LinkHeader.next(response, rel).map(LinkHeader.Link::target);
      return follow(signs, previous, response, page, link);
    }
  }

  /** A strategy that none of the others describes: stateless and thread-safe as they are. */
  non-sealed interface Custom extends Pagination {
    @Override
    default EndSigns signs() {
      return EndSigns.NONE;
    }
  }

  /** The answer contradicts itself, so that the end of the list is not proven. */
  final class BrokenPaging extends RuntimeException {
    public BrokenPaging(String message) {
      super(message);
    }
  }
}
