package dev.seaway.core.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which proxy leads to which server, as {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code ALL_PROXY}
 * and {@code NO_PROXY} say it.
 *
 * @param http for {@code http} URLs; its user information is sent to the proxy
 * @param https for {@code https} URLs
 * @param all for those that the others leave open
 * @param noProxy servers reached directly: {@code host} (and what is below it), {@code .suffix},
 *     {@code host:port}, an address, an address range ({@code 10.0.0.0/8}), or {@code *}
 */
public record Proxies(
    Optional<URI> http, Optional<URI> https, Optional<URI> all, List<String> noProxy) {

  /** Every server is reached directly. */
  public static final Proxies NONE =
      new Proxies(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Proxies {
    noProxy = List.copyOf(noProxy);
  }

  /** The proxy for this URL; none where its server is reached directly. */
  public Optional<URI> forTarget(URI target) {
    if (http.isEmpty() && https.isEmpty() && all.isEmpty()) {
      return Optional.empty();
    }
    ServerOrigin origin = ServerOrigin.of(target);
    if (noProxy.stream().anyMatch(entry -> NoProxyEntry.of(entry).matches(origin))) {
      return Optional.empty();
    }
    return (origin.secure() ? https : http).or(() -> all);
  }

  /** Which are set, and what is excepted: a proxy's URL may hold a password. */
  @Override
  public String toString() {
    return "Proxies[http "
        + http.isPresent()
        + ", https "
        + https.isPresent()
        + ", all "
        + all.isPresent()
        + ", not for "
        + noProxy
        + "]";
  }
}
