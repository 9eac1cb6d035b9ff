package dev.seaway.distribution.logging;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.seaway.core.mask.SecretText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes secrets out of what is about to be shown: the values that it was told, and whatever looks
 * like one. Thread-safe.
 */
public final class SecretMask {

  private static final String HIDDEN = "***";
  private static final int SHORTEST = 4;

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
    String masked = text;
    for (String secret : known) {
      masked = masked.replace(secret, HIDDEN);
    }
    return SecretText.mask(masked);
  }

  private void add(String secret) {
    if (secret.length() >= SHORTEST && !known.contains(secret)) {
      known.add(secret);
      known.sort(Comparator.comparingInt(String::length).reversed());
    }
  }
}
