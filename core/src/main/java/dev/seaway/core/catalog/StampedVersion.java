package dev.seaway.core.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version of an integration as the catalog keeps it: Seaway's own, and as build metadata of
 * semantic versioning the origins whose records the integration holds. {@code
 * 1.4.0+seaway.acme.atlassian.net} is one of them.
 *
 * @param program Seaway's version, or whatever another program has put there
 * @param origins none where the integration is new or another program keeps it
 */
record StampedVersion(String program, SortedSet<Origin> origins) {

  private static final String MARK = "+seaway.";
  private static final String USUAL_SCHEME = "https://";
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]{0,31}://");

  /** A hyphen is always escaped, so no origin has this in it. */
  private static final String SEPARATOR = ".-.";

  StampedVersion {
    origins = Collections.unmodifiableSortedSet(new TreeSet<>(origins));
  }

  static StampedVersion parse(String text) {
    int mark = text.indexOf(MARK);
    if (mark < 0) {
      return new StampedVersion(text, Collections.emptySortedSet());
    }
    String list = text.substring(mark + MARK.length());
    return new StampedVersion(
        text.substring(0, mark),
        Arrays.stream(list.split("\\.-\\.", -1))
            .map(StampedVersion::decoded)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  String text() {
    return origins.isEmpty()
        ? program
        : program
            + MARK
            + origins.stream().map(StampedVersion::encoded).collect(Collectors.joining(SEPARATOR));
  }

  StampedVersion withProgram(String version) {
    return new StampedVersion(version, origins);
  }

  StampedVersion withOrigins(SortedSet<Origin> others) {
    return new StampedVersion(program, others);
  }

  /** Semantic versioning allows letters, digits, hyphens and dots between them. */
  private static String encoded(Origin origin) {
    String text = origin.text();
    String shown = text.startsWith(USUAL_SCHEME) ? text.substring(USUAL_SCHEME.length()) : text;
    byte[] units = shown.getBytes(StandardCharsets.UTF_8);
    StringBuilder encoded = new StringBuilder();
    for (int at = 0; at < units.length; at++) {
      boolean dot =
          units[at] == '.' && isAlphanumeric(units, at - 1) && isAlphanumeric(units, at + 1);
      if (dot || isAlphanumeric(units, at)) {
        encoded.append((char) units[at]);
      } else {
        encoded.append('-').append(HexFormat.of().toHexDigits(units[at]));
      }
    }
    return encoded.toString();
  }

  private static Origin decoded(String encoded) {
    byte[] bytes = encoded.getBytes(StandardCharsets.ISO_8859_1);
    byte[] plain = new byte[bytes.length];
    int length = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (isEscape(encoded, at)) {
        plain[length++] = (byte) HexFormat.fromHexDigits(encoded, at + 1, at + 3);
        at += 2;
      } else {
        plain[length++] = bytes[at];
      }
    }
    String text = new String(plain, 0, length, StandardCharsets.UTF_8);
    return new Origin(SCHEME.matcher(text).lookingAt() ? text : USUAL_SCHEME + text);
  }

  /** What another hand has written there is taken as it stands. */
  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '-'
        && at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }

  private static boolean isAlphanumeric(byte[] units, int at) {
    return at >= 0
        && at < units.length
        && ((units[at] >= 'a' && units[at] <= 'z')
            || (units[at] >= 'A' && units[at] <= 'Z')
            || (units[at] >= '0' && units[at] <= '9'));
  }
}
