package dev.seaway.core.http;

/**
 * How the network is used.
 *
 * @param connections kept open at most, to each server; at least 1. The number of requests that are
 *     to be in flight at a time
 * @param verifyTls false accepts any certificate
 * @param maxResponseBytes of one answer, decompressed; see {@link #largestResponse}
 * @param proxies how other servers are reached
 * @param trust which certificates are accepted
 */
public record TransportOptions(
    int connections, boolean verifyTls, long maxResponseBytes, Proxies proxies, Trust trust) {

  private static final long LARGEST_RESPONSE = 64L << 20;

  /** As JSON a body takes about four times its bytes as a tree, and is not alone. */
  private static final int SHARE_OF_MEMORY = 6;

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

  /**
   * Bytes of an answer that this process has room for: a sixth of the memory that Java may use, and
   * 64 MiB at most.
   */
  public static long largestResponse() {
    return Math.min(LARGEST_RESPONSE, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
  }

  /** Certificates verified against the Java runtime's own list, no proxy, the largest response. */
  public static TransportOptions of(int connections) {
    return new TransportOptions(connections, true, largestResponse(), Proxies.NONE, Trust.DEFAULT);
  }
}
