package dev.seaway.core.catalog;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * What records are read from: scheme, host, port and base path of a source, written in one way
 * whatever its configuration looks like. A cloud id that the base path names is part of it.
 */
public record Origin(String text) implements Comparable<Origin> {

  /** The origin of that base URL. Credentials and a query in it are left out. */
  public static Origin of(URI baseUrl) {
    URI url = baseUrl.normalize();
    String scheme = lower(Objects.requireNonNullElse(url.getScheme(), ""));
    String path = withoutEnd(Objects.requireNonNullElse(url.getRawPath(), ""), '/');
    return new Origin(scheme + "://" + host(url) + port(url.getPort(), scheme) + path);
  }

  private static String host(URI url) {
    String host = url.getHost() == null ? withoutUser(url) : url.getHost();
    return withoutEnd(lower(host), '.');
  }

  /** Java knows no host of a name that breaks the rules, for example one with an underscore. */
  private static String withoutUser(URI url) {
    String authority = Objects.requireNonNullElse(url.getRawAuthority(), "");
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  private static String port(int port, String scheme) {
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    return port < 0 || usual ? "" : ":" + port;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Origin other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static String withoutEnd(String text, char end) {
    int length = text.length();
    while (length > 0 && text.charAt(length - 1) == end) {
      length--;
    }
    return text.substring(0, length);
  }
}
