package dev.seaway.core.http;

/**
 * How the network is used.
 *
 * @param connections kept open at most, to each server; at least 1. The number of requests that are
 *     to be in flight at a time
 * @param verifyTls false accepts any certificate
 * @param maxResponseBytes of one answer, decompressed; see {@link #DEFAULT_MAX_RESPONSE_BYTES}
 * @param proxies how other servers are reached
 * @param trust which certificates are accepted
 */
public record TransportOptions(
    int connections, boolean verifyTls, long maxResponseBytes, Proxies proxies, Trust trust) {

  /** 64 MiB. */
  public static final long DEFAULT_MAX_RESPONSE_BYTES = 64L << 20;

  public TransportOptions {
    if (connections < 1) {
      throw new IllegalArgumentException(
          "connections is " + connections + "; at least 1 is needed");
    }
    if (maxResponseBytes < 1 || maxResponseBytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "maxResponseBytes is " + maxResponseBytes + "; accepted are 1 to 2147483639");
    }
  }

  /** Certificates verified against the Java runtime's own list, no proxy, 64 MiB. */
  public static TransportOptions of(int connections) {
    return new TransportOptions(
        connections, true, DEFAULT_MAX_RESPONSE_BYTES, Proxies.NONE, Trust.DEFAULT);
  }
}
