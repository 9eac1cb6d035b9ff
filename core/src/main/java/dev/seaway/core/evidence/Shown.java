package dev.seaway.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text of an answer as a sentence may show it: short, one line, and without what may be a secret.
 */
final class Shown {

  private static final int CHARACTERS = 80;
  private static final int READ_CHARACTERS = 400;
  private static final int LONG_WORD = 20;
  private static final String MASK = "***";
  private static final Set<String> SECRETS =
      Set.of("token", "secret", "passw", "key", "auth", "credential", "cookie", "signature");

  private Shown() {}

  /** A value behind the place where it stands: {@code is 7}, or only that it is there. */
  static String said(JsonNode value) {
    return value.isValueNode() ? "is " + of(value.asText()) : "is filled";
  }

  static String of(String text) {
    String read = text.substring(0, Math.min(text.length(), READ_CHARACTERS));
    String line =
        Stream.of(read.split("[\\s\\p{Cntrl}]"))
            .filter(word -> !word.isEmpty())
            .map(Shown::word)
            .collect(Collectors.joining(" "));
    return line.length() > CHARACTERS ? line.substring(0, CHARACTERS) + "..." : line;
  }

  private static String word(String word) {
    int query = word.indexOf('?');
    if (query >= 0 && query < word.length() - 1) {
      return withoutUser(word.substring(0, query + 1)) + "...";
    }
    int equals = word.indexOf('=');
    if (equals >= 0 && isSecretName(word.substring(0, equals))) {
      return word.substring(0, equals + 1) + MASK;
    }
    return isLikeToken(word) ? MASK : withoutUser(word);
  }

  /** Of {@code https://me:pass@host/path} the link without the user. */
  private static String withoutUser(String word) {
    int host = word.indexOf("://") + 3;
    int slash = word.indexOf('/', host);
    int user = word.lastIndexOf('@', slash < 0 ? word.length() : slash);
    return host > 2 && user >= host ? word.substring(0, host) + MASK + word.substring(user) : word;
  }

  private static boolean isSecretName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRETS.stream().anyMatch(lower::contains);
  }

  private static boolean isLikeToken(String word) {
    return word.length() >= LONG_WORD
        && word.indexOf('/') < 0
        && word.chars().anyMatch(Character::isDigit)
        && word.chars().anyMatch(Character::isLetter);
  }
}
