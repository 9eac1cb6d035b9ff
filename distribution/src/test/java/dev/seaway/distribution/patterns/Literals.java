package dev.seaway.distribution.patterns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Texts that are hard for a pattern: made of its own literals, repeated and mixed. */
final class Literals {

  private static final int LONG = 64 << 10;
  private static final int SHORT = 2 << 10;
  private static final int MOST_PIECES = 24;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern CLASS =
      Pattern.compile("\\\\p\\{\\w+}|\\\\[A-Za-z]|\\(\\?\\w+[):]?");
  private static final List<String> COMMON = List.of("a", "1", " ", "\n", "\"", ".", "-", "\\");

  private Literals() {}

  /** Hands out each text; the repeated ones are 64 kB, the mixed ones 2 kB. */
  static void texts(Pattern pattern, Consumer<String> use) {
    List<String> pieces = pieces(pattern.pattern());
    pieces.forEach(piece -> use.accept(repeated(piece, LONG)));
    for (String first : pieces) {
      for (String second : pieces) {
        use.accept(repeated(first + second, SHORT));
        use.accept(first + repeated(second, SHORT));
        use.accept(repeated(first, SHORT) + second);
        pieces.forEach(third -> use.accept(first + repeated(second + third, SHORT)));
      }
    }
  }

  private static List<String> pieces(String source) {
    Set<String> pieces = new LinkedHashSet<>();
    String plain = CLASS.matcher(source).replaceAll(" ");
    WORD.matcher(plain).results().map(MatchResult::group).forEach(pieces::add);
    IntStream marks = plain.chars().filter(mark -> !Character.isLetterOrDigit(mark));
    marks.mapToObj(Character::toString).forEach(pieces::add);
    pieces.addAll(COMMON);
    List<String> all = new ArrayList<>(pieces);
    return all.subList(0, Math.min(all.size(), MOST_PIECES));
  }

  private static String repeated(String piece, int length) {
    return piece.repeat(Math.max(1, length / piece.length()));
  }
}
