package dev.seaway.core.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The spelling of paths and queries. */
final class UrlText {

  /** Some servers drop what follows a semicolon before they look at the step. */
  private static final Pattern CLIMBING_STEP = Pattern.compile("(^|[/\\\\])\\.\\.([;/\\\\]|$)");

  private static final String PATH = "-._~!$&'()*+,;=:@/";
  private static final String QUERY = PATH + "?[]";

  private UrlText() {}

  /** One name or value of a query, percent-encoded; a space becomes {@code %20}. */
  static String parameter(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!isUnreserved(text.charAt(at))) {
        return encoded(text);
      }
    }
    return text;
  }

  private static boolean isUnreserved(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || "-._~".indexOf(character) >= 0;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** A path as it was given, where only what no URL may hold is encoded. */
  static String path(String path) {
    return legal(path, PATH);
  }

  /** A query as it was given, where only what no URL may hold is encoded. */
  static String query(String query) {
    return legal(query, QUERY);
  }

  /** Whether a step of the path, in any encoding, leads upwards. */
  static boolean climbs(String path) {
    boolean plain = path.indexOf('%') < 0 && !path.contains("..");
    return !plain && climbsDecoded(path);
  }

  private static boolean climbsDecoded(String path) {
    String decoded = path;
    for (int depth = 0; depth < 3; depth++) {
      if (CLIMBING_STEP.matcher(decoded).find()) {
        return true;
      }
      decoded = decodedOnce(decoded);
    }
    return false;
  }

  private static String decodedOnce(String path) {
    return URLDecoder.decode(legal(path.replace("+", "%2B"), PATH), StandardCharsets.UTF_8);
  }

  private static String legal(String text, String punctuation) {
    StringBuilder legal = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      int length = Character.charCount(character);
      if (isPlain(character, punctuation) || isEscape(text, at)) {
        legal.appendCodePoint(character);
      } else {
        legal.append(
            URLEncoder.encode(text.substring(at, at + length), StandardCharsets.UTF_8)
                .replace("+", "%20"));
      }
      at += length;
    }
    return legal.toString();
  }

  private static boolean isPlain(int character, String punctuation) {
    return character < 128
        && (Character.isLetterOrDigit(character) || punctuation.indexOf(character) >= 0);
  }

  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }
}
