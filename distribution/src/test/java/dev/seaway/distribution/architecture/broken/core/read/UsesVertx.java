package dev.seaway.distribution.architecture.broken.core.read;

import io.vertx.core.Future;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class UsesVertx {
  private UsesVertx() {}

  static Future<String> read() {
    return Future.succeededFuture("x");
  }
}
