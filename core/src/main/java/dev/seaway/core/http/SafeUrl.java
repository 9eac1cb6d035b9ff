package dev.seaway.core.http;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A URL as it may be shown: without user information, query values and fragment. */
final class SafeUrl {

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
        + names(uri.getRawQuery() == null ? "" : uri.getRawQuery());
  }

  private static String names(String query) {
    if (query.isEmpty()) {
      return "";
    }
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> parameter.indexOf('=') > 0)
        .map(parameter -> parameter.substring(0, parameter.indexOf('=')))
        .distinct()
        .collect(Collectors.joining("&", "?", ""));
  }
}
