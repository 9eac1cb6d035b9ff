package dev.seaway.core.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Page;
import dev.seaway.connector.Pagination;
import dev.seaway.core.SeawayException.Category;
import dev.seaway.core.evidence.ListEvidence;
import dev.seaway.core.evidence.Verdict;
import dev.seaway.core.http.ApiException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What was asked and received of one list: paging that goes in circles is an error and never a
 * loop, and a failure behind a proven end, or behind one that {@code endStatus} names, is none.
 */
final class ListTrail {

  /** Pages in a row that bring nothing new, after which the paging is broken. */
  private static final int IDLE_PAGES = 2;

  /** Statuses of a list that may be there, and is not shown. */
  private static final Set<Integer> NOT_SEEN = Set.of(401, 403, 404, 410);

  /** With which APIs refuse a page that there is not. */
  private static final Set<Integer> OF_PAGES = Set.of(400, 404, 405, 410, 416, 422);

  private final Listing listing;
  private final int pageLimit;
  private final ListEvidence evidence;
  private final Set<String> asked = new HashSet<>();
  private final RepeatedPage repeated;
  private final IgnoredSigns ignored;
  private OptionalInt endStatus = OptionalInt.empty();

  /** Where the last answer names the next page. */
  private Optional<NextPlace> named = Optional.empty();

  /**
   * @param ignored is told of each answer
   */
  ListTrail(
      Listing listing,
      ApiRequest start,
      StartPosition beginning,
      int pageLimit,
      IgnoredSigns ignored) {
    this.listing = listing;
    this.pageLimit = pageLimit;
    this.repeated = new RepeatedPage(listing.naming());
    this.ignored = ignored;
    boolean fromStart = beginning instanceof StartPosition.First && isFirst(start);
    this.evidence =
        new ListEvidence(
            listing.pagination(), listing.recordKeys(), listing.naming().keys(), fromStart);
  }

  /** Positions count from 0 or 1: if the first record is passed over, a total says so. */
  private boolean isFirst(ApiRequest start) {
    Optional<String> position = listing.pagination().position(start);
    return position.filter(Set.of("0", "1")::contains).isPresent()
        || position.equals(
            listing.pagination().position(listing.pagination().first(ApiRequest.get("/"))));
  }

  /** Sends a request; empty where its answer lies behind the end. */
  Optional<ApiResponse> answer(ApiRequest request, ReadAhead ahead) {
    ask(request);
    try {
      return Optional.of(ahead.send(request));
    } catch (ApiException e) {
      if (asked.size() == 1 ? !isEmptyList(e.status()) : !isBehindTheEnd(e.status())) {
        throw advice(e.status().orElse(0)).map(e::advising).orElse(e);
      }
      return Optional.empty();
    }
  }

  /**
   * Takes an answer; false where it lies behind the end, and brings nothing.
   *
   * @param received the records that came over the wire, where that is known
   */
  boolean receive(
      ApiRequest request, ApiResponse response, Page page, Optional<List<JsonNode>> received) {
    List<JsonNode> records = received.orElse(page.records());
    ignored.page(
        listing.pagination().signs().declared().ignored().names(), response, page.records());
    if (received.isPresent()
        && evidence.isBehindTheEnd(request, response, records, page.records())) {
      return false;
    }
    evidence.page(request, response, records, page.records(), received.isPresent());
    if (repeated.take(page.records(), !evidence.tellsRecordsApart())) {
      throw broken(
          request, "pages %d and %d are the same".formatted(asked.size() - 1, asked.size()));
    }
    int mostEmpty = listing.pagination().signs().declared().emptyPages();
    if (evidence.emptyPages() == mostEmpty) {
      throw failure(
          "%d pages in a row hold no record, and each names a next one%s. If the API filters what it has looked at, raise maxEmptyPages."
              .formatted(
                  mostEmpty,
                  NextPlace.of(listing.pagination(), response)
                      .map(
                          place ->
                              " at %s; if an empty page is the end of this list, %s"
                                  .formatted(place, place.advice()))
                      .orElse("; check its pagination")));
    }
    if (evidence.idlePages() == IDLE_PAGES) {
      throw broken(
          request,
          "pages %d and %d bring no record that has not come before"
              .formatted(asked.size() - 1, asked.size()));
    }
    return true;
  }

  /**
   * Whether what is asked next can bring more: not where what names the next page means nothing, as
   * {@code ignoredSigns} says, and has led to nothing new.
   */
  boolean leadsOn(
      ApiRequest current,
      ApiResponse response,
      Optional<List<JsonNode>> received,
      ApiRequest next) {
    named = NextPlace.of(listing.pagination(), response);
    boolean ledToNothing = received.filter(List::isEmpty).isPresent() || next.equals(current);
    return !ledToNothing || named.filter(NextPlace::isIgnored).isEmpty();
  }

  Verdict verdict() {
    Verdict verdict = evidence.verdict();
    return endStatus.isPresent() && verdict instanceof Verdict.Inferred
        ? new Verdict.Inferred(
            (asked.size() == 1 ? "the list" : "the page behind the last one")
                + " is answered with "
                + endStatus.getAsInt()
                + ", as endStatus says",
            "to prove it, name a total with totalPath or totalHeader, or a number of pages with"
                + " pagesPath")
        : verdict;
  }

  private void ask(ApiRequest request) {
    if (asked.size() == pageLimit) {
      throw failure("still not at its end after " + pageLimit + " pages; check its pagination.");
    }
    String page =
        request.target()
            + request.query()
            + request.headers()
            + request.body().map(ApiRequest.Body::text);
    if (!asked.add(page)) {
      throw failure(
          "page "
              + asked.size()
              + " names itself or an earlier page as the next one ("
              + request.target()
              + "), so that its end is never reached. If that is how this API ends its lists, name"
              + " what it gives on the last page in endCursors"
              + named.map(place -> ", or " + place.advice()).orElse("")
              + (listing.pagination() instanceof Pagination.NextLink
                  ? "; a flag that says the end is named with lastPagePath or hasMorePath"
                  : "")
              + ".");
    }
  }

  /**
   * One of several lists may have nothing to list, such as the commits of an empty repository. What
   * may not be seen, or is no longer there, is no empty list.
   */
  private boolean isEmptyList(OptionalInt status) {
    return !listing.parameters().isEmpty()
        && NOT_SEEN.stream().noneMatch(hidden -> status.equals(OptionalInt.of(hidden)))
        && isEndStatus(status);
  }

  private boolean isEndStatus(OptionalInt status) {
    boolean isNamed =
        status.isPresent()
            && listing.pagination().signs().declared().endStatuses().contains(status.getAsInt());
    if (isNamed) {
      endStatus = status;
    }
    return isNamed;
  }

  private boolean isBehindTheEnd(OptionalInt status) {
    if (status.isEmpty()) {
      return false;
    }
    if (isEndStatus(status)) {
      return true;
    }
    return OF_PAGES.contains(status.getAsInt()) && evidence.isExhausted();
  }

  /** What may explain that a page is refused, by its place in the list. */
  private Optional<String> advice(int status) {
    if (!OF_PAGES.contains(status)) {
      return Optional.empty();
    }
    if (asked.size() > 1) {
      return Optional.of(
          ". If the API answers so behind the last page of a list, set endStatus to [%d]"
              .formatted(status));
    }
    return listing.pagination() instanceof Pagination.PageNumber pages && pages.startPage() == 0
        ? Optional.of(". If its pages are counted from 1, set startPage to 1")
        : Optional.empty();
  }

  private ReadException broken(ApiRequest request, String what) {
    List<String> sent = request.query().stream().map(ApiRequest.Parameter::name).toList();
    return failure(
        what
            + (sent.isEmpty()
                ? "; check its pagination, or whether this list has pages at all."
                : "; the API seems to ignore "
                    + sent
                    + ". Check paginationParam and sizeParam, or whether this list has pages at"
                    + " all."));
  }

  private ReadException failure(String message) {
    return new ReadException(Category.EXTERNAL, listing.name() + ": " + message);
  }
}
