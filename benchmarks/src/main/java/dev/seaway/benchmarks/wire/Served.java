package dev.seaway.benchmarks.wire;

import java.io.IOException;

/** The life of a fake that is a process of its own. */
public final class Served {

  private Served() {}

  /**
   * Says where the server listens, as the one line of standard output, and serves until standard
   * input is closed: so it ends with the process that started it, however that ends.
   */
  public static void untilInputEnds(WireServer server) throws IOException {
    try (server) {
      System.out.println(server.address());
      while (System.in.read() >= 0) {
        // Nothing is said on standard input; only its end counts.
      }
    }
  }
}
