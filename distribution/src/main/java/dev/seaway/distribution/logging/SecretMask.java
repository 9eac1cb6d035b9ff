package dev.seaway.distribution.logging;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is about to be shown: the values that it was told, and whatever looks
 * like a token. Thread-safe.
 */
public final class SecretMask {

  private static final String HIDDEN = "***";
  private static final int SHORTEST = 4;

  /** The end of a longer text is left out before it is looked at. */
  private static final int MOST_CHARACTERS = 64 << 10;

  private static final List<Pattern> TOKENS =
      List.of(
          Pattern.compile("(?i)(\\bauthorization\"?\\s*[:=]\\s*\"?(?:\\w+\\s+)?)[^\\s\"',;]+"),
          // With a capital or a digit: "basic authentication" is no credential.
          Pattern.compile("((?i:Bearer|Basic)\\s+)(?=\\S*[A-Z0-9])[A-Za-z0-9+/._~=-]{8,}"),
          Pattern.compile("()\\bATATT3x[A-Za-z0-9_=.-]+"),
          Pattern.compile(
              "()(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]*+"),
          Pattern.compile("(://[^/@:\\s]*:)[^/@\\s]+(?=@)"),
          Pattern.compile(
              "(?i)(\\b\\w*(?:password|secret|token|api_?key)\"?\\s*[=:]\\s*\"?)[^\\s\"',;&}\\])]+"));

  private final List<String> known = new CopyOnWriteArrayList<>();

  /**
   * Hides this value from now on, also as it looks in JSON and in a URL. Values of fewer than four
   * characters are not looked for: they occur in ordinary words.
   */
  public void hide(String secret) {
    add(secret);
    add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
    add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
  }

  /** The text with every secret replaced. */
  public String mask(String text) {
    String masked =
        text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    for (String secret : known) {
      masked = masked.replace(secret, HIDDEN);
    }
    for (Pattern token : TOKENS) {
      masked = token.matcher(masked).replaceAll("$1" + HIDDEN);
    }
    return masked;
  }

  private void add(String secret) {
    if (secret.length() >= SHORTEST && !known.contains(secret)) {
      known.add(secret);
      known.sort(Comparator.comparingInt(String::length).reversed());
    }
  }
}
