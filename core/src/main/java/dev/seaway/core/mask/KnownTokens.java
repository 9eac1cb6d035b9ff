package dev.seaway.core.mask;

import java.util.List;

/** Masks tokens that show by their beginning what they are, and those behind Bearer and Basic. */
final class KnownTokens {

  /**
   * Of GitHub, Slack, AWS, Atlassian, GitLab, JWT, Google, Stripe, npm, PyPI, SendGrid and more.
   */
  private static final List<String> BEGINNINGS =
      List.of(
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "xoxa-",
          "xoxb-",
          "xoxc-",
          "xoxd-",
          "xoxe-",
          "xoxo-",
          "xoxp-",
          "xoxr-",
          "xoxs-",
          "xapp-",
          "AKIA",
          "ASIA",
          "ATATT",
          "ATCTT",
          "ATBB",
          "glpat-",
          "gldt-",
          "glrt-",
          "eyJ",
          "AIza",
          "ya29.",
          "sk_live_",
          "rk_live_",
          "sk-ant-",
          "npm_",
          "pypi-",
          "shpat_",
          "dop_v1_",
          "SG.");

  /** What follows the beginning of a token, at least. */
  private static final int SHORTEST_REST = 10;

  private static final int SHORTEST_AFTER_SCHEME = 8;

  private KnownTokens() {}

  static String mask(String text) {
    MaskedText marked = new MaskedText(text);
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      if (end > at) {
        mask(text, at, end, marked);
      }
      at = Math.max(end, at + 1);
    }
    return marked.toString();
  }

  private static int endOfWord(String text, int from) {
    int at = from;
    while (at < text.length() && isOfToken(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfToken(char sign) {
    return isLetterOrDigit(sign) || "+/._~=-".indexOf(sign) >= 0;
  }

  private static boolean isLetterOrDigit(char sign) {
    return (sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= '0' && sign <= '9');
  }

  private static void mask(String text, int from, int to, MaskedText marked) {
    int token = isAfterScheme(text, from, to) ? from : beginning(text.substring(from, to), from);
    if (token >= 0) {
      marked.hide(token, to);
    }
  }

  /** With a capital or a digit: "basic authentication" is no credential. */
  private static boolean isAfterScheme(String text, int from, int to) {
    return to - from >= SHORTEST_AFTER_SCHEME
        && from > 0
        && text.charAt(from - 1) == ' '
        && AuthSchemes.endsAt(text, from - 1)
        && text.substring(from, to)
            .chars()
            .anyMatch(sign -> (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9'));
  }

  private static int beginning(String word, int offset) {
    int first = -1;
    for (String beginning : BEGINNINGS) {
      int at = word.indexOf(beginning);
      while (at > 0 && isLetterOrDigit(word.charAt(at - 1))) {
        at = word.indexOf(beginning, at + 1);
      }
      boolean whole = at >= 0 && word.length() - at - beginning.length() >= SHORTEST_REST;
      first = whole && (first < 0 || at < first) ? at : first;
    }
    return first < 0 ? -1 : offset + first;
  }
}
