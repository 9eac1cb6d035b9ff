package dev.seaway.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Understands a name that the table of words lacks by its parts: {@code totalHitsCount} and {@code
 * total_available} count all records, {@code moreItemsInQuery} says that there is more. Each part
 * of the name must be known, so that {@code totalCost} is not understood.
 */
final class WordParts {

  private static final int LONGEST_NAME = 60;

  private static final Set<String> NOUNS =
      Set.of(
          "item",
          "items",
          "record",
          "records",
          "result",
          "results",
          "entry",
          "entries",
          "row",
          "rows",
          "element",
          "elements",
          "object",
          "objects",
          "hit",
          "hits",
          "match",
          "matches",
          "entity",
          "entities",
          "resource",
          "resources",
          "document",
          "documents",
          "docs",
          "data",
          "list",
          "query",
          "search",
          "collection",
          "set");

  private static final Set<String> FILLERS =
      Set.of("is", "has", "are", "was", "there", "to", "of", "in", "the", "by", "at", "for");

  private static final Set<String> COUNTS =
      Set.of("count", "counts", "number", "num", "nb", "n", "no", "size", "amount");

  private static final Set<String> WHOLE =
      Set.of("total", "totals", "all", "overall", "grand", "full");

  private static final Set<String> FOUND =
      Set.of("available", "found", "matching", "matched", "existing");

  private static final Set<String> NEXT =
      Set.of(
          "page",
          "token",
          "cursor",
          "link",
          "url",
          "uri",
          "href",
          "key",
          "batch",
          "id",
          "marker",
          "continuation",
          "request",
          "chunk",
          "mark");

  private static final Set<String> CUT =
      Set.of(
          "truncated",
          "incomplete",
          "partial",
          "overflow",
          "overflowed",
          "limited",
          "capped",
          "clipped",
          "exceeded",
          "trimmed",
          "aborted",
          "omitted",
          "degraded",
          "cut");

  private static final List<SignMeaning> STEMS =
      List.of(
          SignMeaning.MAYBE_PART,
          SignMeaning.MAYBE_WHOLE,
          SignMeaning.MAYBE_MORE,
          SignMeaning.MAYBE_NEXT,
          SignMeaning.MAYBE_TOTAL);

  private static final Set<String> ADDITIONAL = Set.of("additional");

  private static final Set<String> TOTAL = Set.of("total", "totals");

  private static final Set<String> LIMIT =
      Set.of("limit", "size", "output", "response", "max", "transfer");

  private static final Set<String> END = Set.of("end", "last", "final", "reached", "finished");

  private static final Set<String> PAGING =
      Set.of(
          "page",
          "pages",
          "paging",
          "paginated",
          "pagination",
          "pager",
          "paginator",
          "pageable",
          "meta",
          "metadata",
          "cursor",
          "cursors",
          "link",
          "links",
          "envelope");

  private static final Set<String> PAGES =
      Set.of("page", "pages", "paging", "pagination", "pager", "paginator", "cursor", "cursors");

  private WordParts() {}

  /** What a field of that name says; empty where not all of its parts are known. */
  static Optional<SignMeaning> meaning(String name) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    List<String> parts = parts(name);
    if (parts.contains("has")
        && parts.contains("additional")
        && takes(parts, List.of(ADDITIONAL, FILLERS, NOUNS, Set.of("pages")))) {
      return Optional.of(SignMeaning.MORE);
    }
    parts.removeAll(FILLERS);
    if (takes(parts, List.of(WHOLE, COUNTS, FOUND, NOUNS, Set.of("paged")))) {
      return counts(parts) ? Optional.of(SignMeaning.TOTAL) : Optional.empty();
    }
    if (parts.contains("remaining")
        && parts.size() > 1
        && takes(parts, List.of(Set.of("remaining", "paged"), NOUNS, COUNTS))) {
      return Optional.of(SignMeaning.MORE);
    }
    if (parts.contains("more")
        && takes(parts, List.of(Set.of("more"), NOUNS, NEXT, FOUND, WHOLE, Set.of("exist")))) {
      return Optional.of(SignMeaning.MORE);
    }
    if (parts.contains("next")
        && parts.size() > 1
        && takes(parts, List.of(Set.of("next"), NEXT, NOUNS))) {
      return Optional.of(SignMeaning.NEXT);
    }
    if (parts.stream().anyMatch(CUT::contains) && takes(parts, List.of(CUT, NOUNS, LIMIT))) {
      return Optional.of(SignMeaning.PART);
    }
    return parts.stream().anyMatch(END::contains) && takes(parts, List.of(END, NOUNS, NEXT))
        ? Optional.of(SignMeaning.LAST)
        : Optional.empty();
  }

  /** Whether each part of a name is one by which APIs speak of their lists. */
  static boolean areOfLists(List<String> parts) {
    return parts.stream().allMatch(WordParts::isOfLists);
  }

  private static boolean isOfLists(String part) {
    return NOUNS.contains(part)
        || FILLERS.contains(part)
        || COUNTS.contains(part)
        || WHOLE.contains(part)
        || FOUND.contains(part)
        || STEMS.stream().anyMatch(stem -> SignWords.isPart(part, stem))
        || part.equals("not")
        || part.equals("returned");
  }

  /** Whether a name has a part that names the items of lists. */
  static boolean haveNoun(List<String> parts) {
    return parts.stream().anyMatch(NOUNS::contains);
  }

  /** Whether a name has a part that says that something was found. */
  static boolean haveFound(List<String> parts) {
    return parts.stream().anyMatch(FOUND::contains);
  }

  /** Whether a name has a part that counts. */
  static boolean haveCount(List<String> parts) {
    return parts.stream().anyMatch(COUNTS::contains);
  }

  /** Whether an object of that name speaks of pages. */
  static boolean areOfPaging(String name) {
    return name.length() <= LONGEST_NAME && parts(name).stream().anyMatch(PAGING::contains);
  }

  /** Whether an object of that name speaks of nothing but pages. */
  static boolean areOfPages(String name) {
    return name.length() <= LONGEST_NAME && parts(name).stream().anyMatch(PAGES::contains);
  }

  /** A number of all, or of what was found: not of the items of this page. */
  private static boolean counts(List<String> parts) {
    boolean whole = parts.stream().anyMatch(WHOLE::contains);
    boolean counted = parts.stream().anyMatch(COUNTS::contains);
    boolean found = parts.stream().anyMatch(FOUND::contains);
    boolean named = TOTAL.contains(parts.getLast()) && parts.size() > 1;
    return whole ? counted || found || named : counted && found;
  }

  private static boolean takes(List<String> parts, List<Set<String>> known) {
    return !parts.isEmpty()
        && parts.stream().allMatch(part -> known.stream().anyMatch(set -> set.contains(part)));
  }

  /** The parts of a name in any case and with any separators, in lower case. */
  static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char letter = name.charAt(at);
      boolean begins =
          Character.isUpperCase(letter) && at > 0 && Character.isLowerCase(name.charAt(at - 1));
      if (begins || !Character.isLetter(letter)) {
        end(part, parts);
      }
      if (Character.isLetter(letter)) {
        part.append(letter);
      }
    }
    end(part, parts);
    return parts;
  }

  private static void end(StringBuilder part, List<String> parts) {
    if (!part.isEmpty()) {
      parts.add(part.toString().toLowerCase(Locale.ROOT));
      part.setLength(0);
    }
  }
}
