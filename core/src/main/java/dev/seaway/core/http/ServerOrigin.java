package dev.seaway.core.http;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port in one spelling: lower case, punycode, no trailing dot, the port always
 * there. Two URLs belong to the same server exactly where their origins are equal.
 */
record ServerOrigin(String scheme, String host, int port) {

  private static final Pattern URL =
      Pattern.compile("(https?)://([^/?#]+)(?:[/?#].*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:@\\[\\]%\\s]+)(?::([0-9]{0,5}))?");
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+");

  /** Nothing where this is no HTTP URL, has user information, or a host that nobody can have. */
  static Optional<ServerOrigin> of(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    Matcher authority = AUTHORITY.matcher(parts.group(2));
    if (!authority.matches()) {
      return Optional.empty();
    }
    int port = port(scheme, authority.group(2));
    return host(authority.group(1))
        .filter(host -> port > 0 && port < 65536)
        .map(host -> new ServerOrigin(scheme, host, port));
  }

  /** The origin of a URI that was built from one. */
  static ServerOrigin of(URI uri) {
    return of(uri.toString())
        .orElseThrow(() -> new IllegalArgumentException("Not an HTTP URL: " + SafeUrl.of(uri)));
  }

  boolean secure() {
    return scheme.equals("https");
  }

  private static int port(String scheme, @Nullable String digits) {
    if (digits == null || digits.isEmpty()) {
      return defaultPort(scheme);
    }
    return Integer.parseInt(digits);
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static Optional<String> host(String text) {
    try {
      if (text.startsWith("[")) {
        String literal = text.substring(1, text.length() - 1);
        return Optional.of("[" + InetAddress.ofLiteral(literal).getHostAddress() + "]");
      }
      String ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
      String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return Optional.of(host).filter(name -> HOST.matcher(name).matches());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // IDN throws the latter at some names that are none.
      return Optional.empty();
    }
  }

  /** As a browser would show it, the port only where it is not the scheme's own. */
  @Override
  public String toString() {
    return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
  }
}
