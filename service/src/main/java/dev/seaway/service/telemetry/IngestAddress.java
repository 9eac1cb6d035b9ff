package dev.seaway.service.telemetry;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An address that the catalog names for metrics or logs. It is data from outside, and what goes
 * there carries the catalog's token: so it must be the catalog's own origin, or one of Port's own
 * hosts where the catalog is Port's.
 */
final class IngestAddress {

  private static final Logger log = LoggerFactory.getLogger(IngestAddress.class);
  private static final List<String> PORTS_DOMAINS = List.of("port.io", "getport.io");

  private IngestAddress() {}

  /** The address, where it may be used. */
  static Optional<URI> accepted(URI catalog, String named) {
    if (named.isBlank()) {
      return Optional.empty();
    }
    Optional<URI> address = absolute(named).filter(uri -> isTrusted(catalog, uri));
    if (address.isEmpty()) {
      log.warn(
          "The catalog names an address for metrics or logs that is neither its own origin nor one"
              + " of Port's; nothing is sent there: {}",
          absolute(named).map(URI::getHost).orElse("no usable address"));
    }
    return address;
  }

  private static boolean isTrusted(URI catalog, URI address) {
    return isSameOrigin(catalog, address)
        || (isPorts(catalog) && isPorts(address) && scheme(address).equals("https"));
  }

  private static boolean isSameOrigin(URI one, URI other) {
    return scheme(one).equals(scheme(other))
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static boolean isPorts(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return scheme(uri).equals("https")
        && PORTS_DOMAINS.stream().anyMatch(domain -> host.endsWith("." + domain));
  }

  private static Optional<URI> absolute(String text) {
    try {
      return Optional.of(URI.create(text))
          .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null)
          .filter(uri -> scheme(uri).equals("https") || scheme(uri).equals("http"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : scheme(uri).equals("https") ? 443 : 80;
  }
}
