package dev.seaway.core.config;

import java.net.URI;

/** A proxy's URL, which may hold a password. */
record ProxyAddress(URI uri) {

  @Override
  public String toString() {
    return WebAddress.withoutCredentials(uri.toString());
  }
}
