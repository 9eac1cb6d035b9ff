package dev.seaway.core.mask;

import java.util.List;

/** The schemes of HTTP's credentials, which stand before them. */
final class AuthSchemes {

  private static final List<String> SCHEMES = List.of("Bearer", "Basic");

  private AuthSchemes() {}

  /** Whether this part of the text is one. */
  static boolean isOne(String text, int from, int to) {
    return SCHEMES.stream()
        .anyMatch(
            scheme ->
                to - from == scheme.length()
                    && text.regionMatches(true, from, scheme, 0, scheme.length()));
  }

  /** Whether one ends here. */
  static boolean endsAt(String text, int end) {
    return SCHEMES.stream()
        .anyMatch(
            scheme ->
                text.regionMatches(true, end - scheme.length(), scheme, 0, scheme.length())
                    && !isLetter(text, end - scheme.length() - 1));
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && Character.isLetter(text.charAt(at));
  }
}
