package dev.seaway.distribution.architecture.broken.core.resync;

import dev.seaway.distribution.architecture.broken.connector.bad.ReachesIntoTheEngine;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class NamesAConnector {
  private NamesAConnector() {}

  static String read() {
    return ReachesIntoTheEngine.read();
  }
}
