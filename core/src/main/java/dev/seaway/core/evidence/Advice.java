package dev.seaway.core.evidence;

import dev.seaway.connector.Pagination;
import java.util.Optional;
import java.util.Set;

/** What users can do so that the end of a list is proven: options by name, with fitting values. */
final class Advice {

  private static final Set<Long> USUAL_LIMITS =
      Set.of(
          10L, 20L, 25L, 30L, 50L, 100L, 200L, 250L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 20_000L,
          50_000L);

  private Advice() {}

  /** How to read on. */
  static String paging(Pagination pagination) {
    return pagination instanceof Pagination.None
        ? "read its pages with paginationType; "
        : "check the pagination, or how many records the API gives at most; ";
  }

  /** How to follow what an answer names. */
  static String following(Sign sign) {
    if (sign.isHeader()) {
      return "page by it with paginationType";
    }
    String path = dotted(sign.place());
    return switch (sign.meaning()) {
      case NEXT ->
          sign.value().path("href").isTextual()
              ? "set paginationType to next_link and nextLinkPath to " + path + ".href"
              : sign.value().asText().contains("/")
                  ? "set paginationType to next_link and nextLinkPath to " + path
                  : "set paginationType to cursor and cursorPath to " + path;
      case TOKEN, PAGE_END, POSITION -> "set paginationType to cursor and cursorPath to " + path;
      default -> "read its pages with paginationType";
    };
  }

  /** What was seen, and what would prove the end. */
  static Verdict.Inferred inferred(
      Pagination pagination, Optional<ListEvidence.Page> last, long records, int pages) {
    boolean empty = last.filter(page -> page.records() == 0).isPresent() && pages > 0;
    String seen =
        empty
            ? "the list ends with an empty page, and no answer says that this is its end"
            : pages > 1
                ? "the last answer names no next page, and none says that this is its end"
                : "one answer came, which says nothing about further ones";
    String suspicion =
        USUAL_LIMITS.contains(records) && !empty
            ? " (%d records are a usual limit, at which APIs cut their lists)".formatted(records)
            : "";
    return new Verdict.Inferred(seen + suspicion, provable(last, records));
  }

  /** A proof that is not believed. */
  static Verdict.Inferred unproven(String because) {
    return new Verdict.Inferred(
        because,
        "to have the end proven, read inner lists by a kind of their own, or name in ignoredSigns"
            + " what means something else");
  }

  /** Numbers that do not agree. */
  static Verdict.Inferred unprovenByNumbers(String because) {
    return new Verdict.Inferred(
        because,
        "name the number of all records that this list gives with totalPath, and what is none in"
            + " ignoredSigns");
  }

  private static String provable(Optional<ListEvidence.Page> last, long records) {
    return last.stream()
        .flatMap(page -> page.unknown().stream())
        .filter(sign -> Count.number(sign.value()).filter(count -> count == records).isPresent())
        .findFirst()
        .map(sign -> "if it is the number of all records, set totalPath to " + dotted(sign.place()))
        .orElse(
            "to prove it, name a total with totalPath or totalHeader, a number of pages with"
                + " pagesPath, or a flag with hasMorePath or lastPagePath");
  }

  private static String dotted(String place) {
    return place.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
  }
}
