package dev.seaway.core.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import dev.seaway.connector.EndSigns;
import dev.seaway.connector.Pagination;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** How to follow what an answer names, without what is set already. */
  static String following(Pagination pagination, Sign sign) {
    if (EndProofs.places(pagination).anyMatch(place -> place.toString().equals(sign.place()))) {
      return "correct hasMorePath or lastPagePath, for a flag has ended the list";
    }
    if (sign.isHeader()) {
      return "page by it with paginationType";
    }
    String path = dotted(sign.place());
    return switch (sign.meaning()) {
      case NEXT ->
          sign.value().path("href").isTextual()
              ? links(pagination, path + ".href")
              : sign.value().asText().contains("/")
                  ? links(pagination, path)
                  : cursors(pagination, path);
      case TOKEN, PAGE_END, POSITION -> cursors(pagination, path);
      default ->
          pagination instanceof Pagination.None
              ? "read its pages with paginationType"
              : "check the pagination";
    };
  }

  private static String links(Pagination pagination, String path) {
    return pagination instanceof Pagination.NextLink
        ? "set nextLinkPath to " + path
        : "set paginationType to next_link and nextLinkPath to " + path;
  }

  private static String cursors(Pagination pagination, String path) {
    return pagination instanceof Pagination.Cursor
        ? "set cursorPath to " + path
        : "set paginationType to cursor and cursorPath to " + path;
  }

  /** How to follow a {@code Link} header, or not to. */
  static String linked(Pagination pagination) {
    return pagination instanceof Pagination.HeaderLink
        ? "name \"Link\" in ignoredSigns if it means something else"
        : "set paginationType to header_link";
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
    return new Verdict.Inferred(
        seen + suspicion, provable(pagination.signs().declared(), last, records));
  }

  /** A proof that is not believed, for what lists inside of it may lack. */
  static Verdict.Inferred unprovenByLists(String because) {
    return new Verdict.Inferred(
        because,
        "to have the end proven, read inner lists by a kind of their own, or name in ignoredSigns"
            + " what means something else");
  }

  /** A proof that is not believed, for a page may lack some. */
  static Verdict.Inferred unprovenByPages(EndSigns.Declared declared, String because) {
    return new Verdict.Inferred(because, proofs(declared));
  }

  /**
   * A proof that is not believed, for it is not known how many different records came.
   *
   * @param key what may tell them apart, where it is known
   */
  static Verdict.Inferred unprovenByKeys(Optional<JsonPointer> key, String because) {
    return new Verdict.Inferred(
        because,
        "to have the end proven, name what tells its records apart with recordKeyPath"
            + key.map(place -> ", for example " + dotted(place.toString())).orElse(""));
  }

  /** Numbers that do not agree. */
  static Verdict.Inferred unprovenByNumbers(EndSigns.Declared declared, String because) {
    return new Verdict.Inferred(
        because,
        declared.totals().isEmpty()
            ? "name the number of all records that this list gives with totalPath, and what is none"
                + " in ignoredSigns"
            : "name in ignoredSigns what is no number of all records that this list gives");
  }

  private static String provable(
      EndSigns.Declared declared, Optional<ListEvidence.Page> last, long records) {
    return last.stream()
        .filter(_ -> declared.totals().isEmpty())
        .flatMap(page -> page.unknown().stream())
        .filter(sign -> Count.number(sign.value()).filter(count -> count == records).isPresent())
        .findFirst()
        .map(sign -> "if it is the number of all records, set totalPath to " + dotted(sign.place()))
        .orElseGet(() -> proofs(declared));
  }

  /** The options that name a proof, without those that are set and have proven nothing. */
  private static String proofs(EndSigns.Declared declared) {
    boolean total = !declared.totals().isEmpty() || !declared.totalHeaders().isEmpty();
    List<String> proofs =
        Stream.of(
                total ? "" : "a total with totalPath or totalHeader",
                declared.pages().isEmpty() ? "a number of pages with pagesPath" : "",
                declared.flagsRequired() ? "" : "a flag with hasMorePath or lastPagePath")
            .filter(proof -> !proof.isEmpty())
            .toList();
    return switch (proofs.size()) {
      case 0 -> "what the options name proves nothing here; check their paths";
      case 1 -> "to prove it, name " + proofs.getFirst();
      default ->
          "to prove it, name "
              + String.join(", ", proofs.subList(0, proofs.size() - 1))
              + ", or "
              + proofs.getLast();
    };
  }

  private static String dotted(String place) {
    return place.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
  }
}
