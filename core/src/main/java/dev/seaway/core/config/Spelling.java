package dev.seaway.core.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How keys are spelled, and which known word a misspelled one is near to. */
final class Spelling {

  private Spelling() {}

  /** The form in which keys are compared: no underscores, hyphens or capitals. */
  static String plain(String key) {
    return key.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  /** {@code fooBar} as {@code FOO_BAR}. */
  static String upperSnake(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /** The known word that was probably meant. */
  static Optional<String> nearest(String word, Collection<String> known) {
    String plain = plain(word);
    int tolerated = Math.max(1, Math.min(3, plain.length() / 3));
    return known.stream()
        .filter(candidate -> distance(plain, plain(candidate)) <= tolerated)
        .min(Comparator.comparingInt(candidate -> distance(plain, plain(candidate))));
  }

  /** A sentence to append, or nothing. */
  static String suggestion(String word, Collection<String> known) {
    return nearest(word, known).map(near -> " Did you mean " + near + "?").orElse("");
  }

  /** Letters to insert, delete, replace or swap with their neighbour. */
  private static int distance(String left, String right) {
    int[][] steps = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        steps[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(steps, left, right, i, j);
      }
    }
    return steps[left.length()][right.length()];
  }

  private static int step(int[][] steps, String left, String right, int i, int j) {
    int replaced = steps[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
