package dev.seaway.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table of words as tests need it: what APIs call a thing, and how they may spell it. */
public final class SignVocabulary {

  private static final String HEADER = "header:";

  /** What words are made of, the longer before the shorter ones that they begin with. */
  private static final List<String> PARTS =
      List.of(
          ("continuation pagination evaluated incomplete terminated notification resources elements"
                  + " available truncated filtered matching previous position response exceeded"
                  + " records objects entries results partial failed number cursor marker result"
                  + " record object scroll request status timed early count total pages items limit"
                  + " token after start index offset page rows more hits item link href skip next"
                  + " last first prev size has url uri num key end max is of id at")
              .split(" ", -1));

  /** How the parts of a word are put together. */
  public enum Spelling {
    LOWER,
    SNAKE,
    CAMEL,
    KEBAB,
    PASCAL,
    PREFIXED
  }

  private SignVocabulary() {}

  /** The words of fields of that meaning; one with a slash stands below that parent. */
  public static List<String> fields(String meaning) {
    return words(meaning).filter(word -> !word.startsWith(HEADER)).toList();
  }

  /** The words of headers of that meaning. */
  public static List<String> headers(String meaning) {
    return words(meaning)
        .filter(word -> word.startsWith(HEADER))
        .map(word -> word.substring(HEADER.length()))
        .toList();
  }

  private static Stream<String> words(String meaning) {
    return SignWords.table().stream()
        .filter(row -> row.meaning() == SignMeaning.valueOf(meaning))
        .flatMap(row -> row.words().stream());
  }

  /** A word as an API may write it. */
  public static String spelled(String word, Spelling spelling) {
    List<String> parts = parts(word);
    return switch (spelling) {
      case LOWER -> word;
      case SNAKE -> String.join("_", parts);
      case KEBAB -> String.join("-", parts);
      case CAMEL -> parts.getFirst() + capitals(parts.subList(1, parts.size()));
      case PASCAL -> capitals(parts);
      case PREFIXED -> "@odata." + parts.getFirst() + capitals(parts.subList(1, parts.size()));
    };
  }

  private static String capitals(List<String> parts) {
    StringBuilder word = new StringBuilder();
    parts.forEach(
        part -> word.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1)));
    return word.toString();
  }

  private static List<String> parts(String word) {
    List<String> parts = new ArrayList<>();
    String rest = word;
    while (!rest.isEmpty()) {
      String left = rest;
      String part = PARTS.stream().filter(left::startsWith).findFirst().orElse(left);
      parts.add(part);
      rest = rest.substring(part.length());
    }
    return parts;
  }
}
