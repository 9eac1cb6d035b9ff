package dev.seaway.jq;

/** Texts as jq counts them: in Unicode code points. */
final class Texts {

  private Texts() {}

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static int compare(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char one = left.charAt(i);
      char other = right.charAt(i);
      if (one != other) {
        // Surrogates stand for code points above all others.
        boolean sameKind = Character.isSurrogate(one) == Character.isSurrogate(other);
        return sameKind
            ? Character.compare(one, other)
            : Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(other));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** The code points from the one index up to the other, both within the text. */
  static String slice(String text, int from, int to) {
    int start = text.offsetByCodePoints(0, from);
    return text.substring(start, text.offsetByCodePoints(start, to - from));
  }

  /** The text less the letters of that sort at its end. */
  static String without(String text, char last) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == last) {
      end--;
    }
    return text.substring(0, end);
  }

  /** The text with a replacement character for each half of a surrogate pair that stands alone. */
  static String wellFormed(String text) {
    StringBuilder fixed = null;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(letter)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(letter)) {
        fixed = fixed == null ? new StringBuilder(text) : fixed;
        fixed.setCharAt(i, '\uFFFD');
      }
    }
    return fixed == null ? text : fixed.toString();
  }
}
