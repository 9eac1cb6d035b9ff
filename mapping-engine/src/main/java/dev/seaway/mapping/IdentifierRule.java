package dev.seaway.mapping;

import java.util.Optional;

/** The catalog's rule for identifiers, checked before anything is sent. */
final class IdentifierRule {

  private static final int LONGEST = 1000;
  private static final String SIGNS = "@_.+:\\/=-'";

  private IdentifierRule() {}

  /** What is wrong with the identifier, if anything is. */
  static Optional<String> of(String identifier) {
    if (identifier.length() > LONGEST) {
      return violation("it has more than 1000 characters, at most 1000 are");
    }
    if (identifier.equals(".") || identifier.equals("..")) {
      return violation("a single or double dot is not");
    }
    int at = 0;
    while (at < identifier.length()) {
      int point = identifier.codePointAt(at);
      if (!isAllowed(point)) {
        return violation(
            "it contains %s, only letters, the digits 0 to 9 and %s are"
                .formatted(named(point), SIGNS));
      }
      at += Character.charCount(point);
    }
    return Optional.empty();
  }

  private static Optional<String> violation(String why) {
    return Optional.of("the catalog does not accept such an identifier: %s allowed".formatted(why));
  }

  private static boolean isAllowed(int point) {
    return point < 128
        ? (point >= 'a' && point <= 'z')
            || (point >= '0' && point <= '9')
            || (point >= 'A' && point <= 'Z')
            || SIGNS.indexOf(point) >= 0
        : Character.isLetter(point);
  }

  private static String named(int point) {
    return point == ' '
        ? "a space"
        : Character.isISOControl(point) || Character.isWhitespace(point)
            ? "U+%04X".formatted(point)
            : Character.toString(point);
  }
}
