package dev.seaway.core.http;

import dev.seaway.core.mask.TellingNames;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A URL as it may be shown: without user information, fragment, and values of its query other than
 * short numbers, such as that of a page.
 */
final class SafeUrl {

  /** No secret is that short. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

  private SafeUrl() {}

  static String of(URI uri) {
    if (uri.getScheme() == null || uri.isOpaque()) {
      return "(no URL)";
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getScheme()
        + "://"
        + authority.substring(authority.lastIndexOf('@') + 1)
        + path
        + parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery());
  }

  private static String parameters(String query) {
    if (query.isEmpty()) {
      return "";
    }
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> parameter.indexOf('=') > 0)
        .map(SafeUrl::shown)
        .distinct()
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String shown(String parameter) {
    int equals = parameter.indexOf('=');
    String name = parameter.substring(0, equals);
    boolean plain =
        NUMBER.matcher(parameter.substring(equals + 1)).matches() && !TellingNames.isSecret(name);
    return plain ? parameter : name;
  }
}
