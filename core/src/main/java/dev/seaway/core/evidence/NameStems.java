package dev.seaway.core.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What a name may say that no word of the table is: by one of its parts, such as {@code skipped} or
 * {@code remaining}, whatever the others are.
 */
final class NameStems {

  private static final int LONGEST_NAME = 60;
  private static final int SHORTEST_PART = 3;
  private static final List<SignMeaning> STEMS =
      List.of(SignMeaning.MAYBE_PART, SignMeaning.MAYBE_MORE, SignMeaning.MAYBE_NEXT);

  private NameStems() {}

  /** What such a name may say. */
  static Optional<SignMeaning> suspicion(String name) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    List<String> parts = split(WordParts.parts(name));
    if (parts.isEmpty() || has(parts, SignMeaning.OPTION)) {
      return Optional.empty();
    }
    if (isDenied(parts) || has(parts, "too", "many") || has(parts, "timed", "out")) {
      return Optional.of(SignMeaning.MAYBE_PART);
    }
    Optional<SignMeaning> stem = STEMS.stream().filter(said -> has(parts, said)).findFirst();
    return stem.isPresent() ? stem : counted(name, parts);
  }

  /** Such as {@code skippedrows}, which is written as one word. */
  private static List<String> split(List<String> parts) {
    if (parts.size() != 1) {
      return parts;
    }
    String word = parts.getFirst();
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      List<String> halves = List.of(word.substring(0, at), word.substring(at));
      if (WordParts.areOfLists(halves)) {
        return halves;
      }
    }
    return parts;
  }

  /** Whether each of its parts is one by which APIs speak of their lists. */
  static boolean isClear(String name) {
    return WordParts.areOfLists(split(WordParts.parts(name)));
  }

  /** Whether it names what a search has asked. */
  static boolean isOfSources(String name) {
    return name.length() <= LONGEST_NAME && has(WordParts.parts(name), SignMeaning.SOURCES);
  }

  /** Such as {@code not_returned}. */
  private static boolean isDenied(List<String> parts) {
    return parts.contains("not") && has(parts, SignMeaning.MAYBE_WHOLE);
  }

  private static Optional<SignMeaning> counted(String name, List<String> parts) {
    if (SignWords.isName(name, SignMeaning.MAYBE_TOTAL) || isCount(parts)) {
      return Optional.of(SignMeaning.MAYBE_TOTAL);
    }
    return SignWords.isName(name, SignMeaning.MAYBE_WHOLE)
            || (parts.size() > 1 && has(parts, SignMeaning.MAYBE_WHOLE))
        ? Optional.of(SignMeaning.MAYBE_WHOLE)
        : Optional.empty();
  }

  /** A total of anything, a number of anything, or a count of what lists hold. */
  private static boolean isCount(List<String> parts) {
    if (has(parts, SignMeaning.UNIT) || parts.size() < 2) {
      return false;
    }
    return has(parts, SignMeaning.MAYBE_TOTAL)
        || has(parts, "number", "of")
        || has(parts, "count", "of")
        || (WordParts.haveNoun(parts)
            && (WordParts.haveCount(parts) || WordParts.haveFound(parts)));
  }

  private static boolean has(List<String> parts, SignMeaning meaning) {
    return parts.stream().anyMatch(part -> SignWords.isPart(part, meaning));
  }

  private static boolean has(List<String> parts, String... words) {
    return parts.containsAll(List.of(words));
  }
}
