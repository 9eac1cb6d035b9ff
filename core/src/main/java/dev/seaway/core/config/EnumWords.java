package dev.seaway.core.config;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words by which users name the constants of an enum. */
final class EnumWords {

  private record Word(Object constant, String name, List<String> aliases) {

    boolean isSpelled(String text) {
      return name.equalsIgnoreCase(text) || aliases.stream().anyMatch(text::equalsIgnoreCase);
    }

    String described() {
      return aliases.isEmpty() ? name : name + " (or " + String.join(", ", aliases) + ")";
    }
  }

  private final List<Word> words;

  private EnumWords(List<Word> words) {
    this.words = words;
  }

  static EnumWords of(Class<?> enumType) {
    return new EnumWords(Stream.of(enumType.getEnumConstants()).map(EnumWords::word).toList());
  }

  /** The constant of this word. */
  Object constant(String text) {
    return words.stream()
        .filter(word -> word.isSpelled(text))
        .findFirst()
        .map(Word::constant)
        .orElseThrow(() -> new InvalidValue("accepted are " + accepted() + "." + suggestion(text)));
  }

  /** All words, for people to read. */
  String accepted() {
    return words.stream().map(Word::described).collect(Collectors.joining(", "));
  }

  private String suggestion(String text) {
    return Spelling.suggestion(
        text,
        words.stream()
            .flatMap(word -> Stream.concat(Stream.of(word.name), word.aliases.stream()))
            .toList());
  }

  private static Word word(Object constant) {
    String name = ((Enum<?>) constant).name();
    return new Word(constant, name.toLowerCase(Locale.ROOT), aliases(constant.getClass(), name));
  }

  private static List<String> aliases(Class<?> enumType, String name) {
    try {
      return Optional.ofNullable(enumType.getField(name).getAnnotation(JsonAlias.class))
          .map(alias -> List.of(alias.value()))
          .orElse(List.of());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("An enum has a field for each constant", e);
    }
  }
}
