package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many of how many, told as text: {@code 1-50 of 70}, {@code Page 1 of 2}.
 *
 * @param all how many there are
 * @param ofPages whether pages are counted, not records
 */
record Span(long all, boolean ofPages) {

  private static final int LONGEST = 400;
  private static final Pattern BLANKS = Pattern.compile("\\s++");

  /** Of a sign whose value is such a text, and does not name the end. */
  static Optional<Span> in(Sign sign) {
    return Statements.texts(sign.value()).stream()
        .filter(text -> text.length() <= LONGEST)
        .flatMap(text -> in(sign.name(), text.toLowerCase(Locale.ROOT)).stream())
        .findFirst();
  }

  private static Optional<Span> in(String name, String text) {
    String plain = text.replace('-', ' ').replace("out of", "of");
    List<String> words = BLANKS.splitAsStream(plain.strip()).toList();
    for (int at = 1; at < words.size() - 1; at++) {
      long part = number(words.get(at - 1));
      long all = number(words.get(at + 1));
      if (words.get(at).equals("of") && part >= 0 && part < all) {
        boolean ofPages = text.contains("page") || name.toLowerCase(Locale.ROOT).contains("page");
        return Optional.of(new Span(all, ofPages));
      }
    }
    return Optional.empty();
  }

  private static long number(String word) {
    String plain =
        word.isEmpty() || Character.isDigit(word.charAt(word.length() - 1))
            ? word
            : word.substring(0, word.length() - 1);
    return Count.number(TextNode.valueOf(plain)).orElse(-1L);
  }

  /** Whether it counts more than was read. */
  boolean isAbove(long records, int pages) {
    return all > (ofPages ? Math.max(pages, 1) : records);
  }
}
