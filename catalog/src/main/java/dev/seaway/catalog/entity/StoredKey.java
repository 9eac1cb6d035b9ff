package dev.seaway.catalog.entity;

import dev.seaway.catalog.wire.Refusal;
import java.util.regex.Pattern;

/** What names an entity: its blueprint, and its identifier within it. */
public record StoredKey(String blueprint, String identifier) {
  private static final int MAX_LENGTH = 1_000;
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?!\\.{1,2}$)[\\p{L}0-9@_.+:\\\\/='-]+");

  boolean valid() {
    return identifier.codePointCount(0, identifier.length()) <= MAX_LENGTH
        && IDENTIFIER.matcher(identifier).matches();
  }

  void check() {
    if (!valid()) {
      throw Refusal.invalid(
          "\"%s\" is not an identifier for blueprint \"%s\": use 1 to 1,000 letters, digits and @_.+:\\/=-', no spaces, and not \".\" or \"..\"."
              .formatted(shortened(), blueprint));
    }
  }

  private String shortened() {
    return identifier.length() <= 100 ? identifier : identifier.substring(0, 100) + "...";
  }

  @Override
  public String toString() {
    return "\"%s\" of blueprint \"%s\"".formatted(shortened(), blueprint);
  }
}
