package dev.seaway.core.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the network is reached.
 *
 * @param noProxy hosts and domains that are reached directly
 * @param certificateFile further certificate authorities, PEM
 * @param certificateDirectory a folder of further certificate authorities, PEM
 * @param verifyPort whether the catalog's certificate is verified
 * @param verifyThirdParty whether the tool's certificate is verified
 */
public record Network(
    Optional<URI> httpProxy,
    Optional<URI> httpsProxy,
    Optional<URI> allProxy,
    List<String> noProxy,
    Optional<Path> certificateFile,
    Optional<Path> certificateDirectory,
    boolean verifyPort,
    boolean verifyThirdParty) {

  public Network {
    noProxy = List.copyOf(noProxy);
  }

  /** The addresses of proxies may hold passwords, which are not shown. */
  @Override
  public String toString() {
    return "Network[httpProxy=%s, httpsProxy=%s, allProxy=%s, noProxy=%s, certificateFile=%s, certificateDirectory=%s, verifyPort=%s, verifyThirdParty=%s]"
        .formatted(
            shown(httpProxy),
            shown(httpsProxy),
            shown(allProxy),
            noProxy,
            certificateFile,
            certificateDirectory,
            verifyPort,
            verifyThirdParty);
  }

  private static Optional<String> shown(Optional<URI> proxy) {
    return proxy.map(uri -> WebAddress.withoutCredentials(uri.toString()));
  }
}
