package dev.seaway.jq.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one was probably meant to be. */
public final class NearMiss {

  private NearMiss() {}

  /** A sentence to append to a message, with a leading space; empty if no known word is near. */
  public static String hint(String word, Collection<String> known) {
    return of(word, known).map(near -> " Did you mean " + near + "?").orElse("");
  }

  /** The nearest known word, if it differs by at most a third of its letters. */
  public static Optional<String> of(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= tolerance(word))
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int tolerance(String word) {
    return Math.clamp((word.length() + 1) / 3, 1, 3);
  }

  /** Edits (insert, delete, replace, swap of neighbours) between two words, whatever their case. */
  private static int distance(String one, String other) {
    String left = one.toLowerCase(Locale.ROOT);
    String right = other.toLowerCase(Locale.ROOT);
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        edits[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(edits, left, right, i, j);
      }
    }
    return edits[left.length()][right.length()];
  }

  private static int cheapest(int[][] edits, String left, String right, int i, int j) {
    int replace = edits[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
    int cheapest = Math.min(replace, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(cheapest, edits[i - 2][j - 2] + 1) : cheapest;
  }
}
