package dev.seaway.core.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the names of headers that stand in no list of ours: by the words of fields, once the words
 * that only say that the header is about a list are taken away. {@code X-WP-TotalPages} says what a
 * field {@code totalPages} says.
 */
final class HeaderWords {

  private static final Set<String> ABOUT_LISTS =
      Set.of(
          "x",
          "wp",
          "api",
          "list",
          "collection",
          "search",
          "result",
          "results",
          "page",
          "pager",
          "paging",
          "pagination",
          "meta");

  private static final Set<SignMeaning> OF_HEADERS =
      Set.of(
          SignMeaning.NEXT,
          SignMeaning.NEXT_POSITION,
          SignMeaning.PAGE_END,
          SignMeaning.MORE,
          SignMeaning.LAST,
          SignMeaning.TOTAL,
          SignMeaning.FILTERED_TOTAL,
          SignMeaning.COUNT,
          SignMeaning.PAGES,
          SignMeaning.PART,
          SignMeaning.WHOLE);

  private HeaderWords() {}

  /** What a header says; empty where its name is about something else. */
  static Optional<SignMeaning> meaning(String name) {
    List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("-", -1));
    for (int first = 0; first < words.size(); first++) {
      Optional<SignMeaning> meaning =
          SignWords.ofField("", String.join("-", words.subList(first, words.size())))
              .filter(OF_HEADERS::contains);
      if (meaning.isPresent()) {
        return meaning;
      }
      if (!ABOUT_LISTS.contains(words.get(first))) {
        return suspicion(words.subList(first, words.size()));
      }
    }
    return Optional.empty();
  }

  /** What it may say, if it speaks of nothing but the items of lists. */
  private static Optional<SignMeaning> suspicion(List<String> words) {
    if (!WordParts.haveNoun(words) || !WordParts.areOfLists(words)) {
      return Optional.empty();
    }
    return words.size() == 1
        ? Optional.of(SignMeaning.MAYBE_TOTAL)
        : SignWords.suspicion(String.join("-", words));
  }

  /** Whether a header of that name may hold a JSON object about the list. */
  static boolean isAboutPaging(String name) {
    return name.toLowerCase(Locale.ROOT).contains("pagi") || name.endsWith("page-info");
  }
}
