package dev.seaway.distribution.architecture.broken.core.http;

import io.vertx.core.Future;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class WaitsToo {
  private WaitsToo() {}

  static String now(Future<String> future) {
    return future.await();
  }
}
