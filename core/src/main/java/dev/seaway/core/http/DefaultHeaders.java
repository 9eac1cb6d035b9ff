package dev.seaway.core.http;

import dev.seaway.connector.ApiRequest;
import dev.seaway.core.SeawayException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The headers of every request: the source's own and defaults. What a request brings wins. */
final class DefaultHeaders {

  private static final String PUNCTUATION = "!#$%&'*+.^_`|~-";

  /** Set by the transport: another value would garble or misdirect the request. */
  private static final Set<String> TRANSPORTS_OWN =
      Set.of("host", "content-length", "transfer-encoding", "connection");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Map<String, String> standing;

  DefaultHeaders(Map<String, String> configured) {
    this.standing = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    // Port Ocean asks so: an API that knows several forms of JSON answers in the usual one.
    standing.put("Accept", "*/*");
    standing.put("User-Agent", "seaway");
    put(standing, configured);
  }

  Map<String, String> with(ApiRequest request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(standing);
    request.body().ifPresent(body -> headers.put("Content-Type", body.contentType()));
    put(headers, request.headers());
    return headers;
  }

  private static void put(Map<String, String> headers, Map<String, String> more) {
    more.forEach(
        (name, value) -> {
          check(name, value);
          headers.put(name, value);
        });
  }

  private static void check(String name, String value) {
    if (!isName(name)) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "The header name '"
              + CONTROL.matcher(name).replaceAll("?")
              + "' is not one that HTTP allows");
    }
    if (TRANSPORTS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "The header " + name + " cannot be set: it follows from the request. Remove it");
    }
    if (!isCarried(value)) {
      throw new SeawayException(
          SeawayException.Category.USER,
          "The value of the header "
              + name
              + " has a line break or a character that HTTP cannot carry. Check where it comes"
              + " from");
    }
  }

  private static boolean isName(String name) {
    for (int at = 0; at < name.length(); at++) {
      char character = name.charAt(at);
      boolean allowed =
          character < 0x80
              && (Character.isLetterOrDigit(character) || PUNCTUATION.indexOf(character) >= 0);
      if (!allowed) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isCarried(String value) {
    for (int at = 0; at < value.length(); at++) {
      if (!isCarried(value.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCarried(char character) {
    return character == '\t'
        || (character >= 0x20 && character <= 0x7e)
        || (character >= 0x80 && character <= 0xff);
  }
}
