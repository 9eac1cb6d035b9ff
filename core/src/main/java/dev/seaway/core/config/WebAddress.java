package dev.seaway.core.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the URLs of services and of proxies. */
final class WebAddress {

  private static final String WANTED =
      "must be an http or https URL with a host, and without user name, query or fragment, for"
          + " example https://example.com";

  private WebAddress() {}

  /** An absolute http or https URL that can be the prefix of others. */
  static URI parse(String text) {
    return absolute(text, Set.of("http", "https"))
        .filter(uri -> uri.getRawUserInfo() == null)
        .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
        .orElseThrow(() -> new InvalidValue(WANTED + underscore(text)));
  }

  /** A proxy's URL, which may hold credentials; {@code host:port} stands for http. */
  static URI proxy(String text) {
    String url = text.contains("://") ? text : "http://" + text;
    return absolute(url, Set.of("http", "https", "socks5"))
        .orElseThrow(
            () ->
                new InvalidValue(
                    "must be a proxy's URL, for example http://proxy.example.com:3128"));
  }

  /** The same address with its credentials hidden. */
  static String withoutCredentials(String url) {
    return url.replaceAll("//[^/\\s]*@", "//***@");
  }

  /** Guides write YOUR_DOMAIN; and names in a container network often have underscores. */
  private static String underscore(String text) {
    return text.matches("https?://[^/]*_.*") ? "; a host's name has no underscore" : "";
  }

  private static Optional<URI> absolute(String text, Set<String> schemes) {
    try {
      URI uri = new URI(text);
      boolean accepted =
          uri.getScheme() != null
              && schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT))
              && uri.getHost() != null
              && uri.getPort() <= 65_535;
      return accepted ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
