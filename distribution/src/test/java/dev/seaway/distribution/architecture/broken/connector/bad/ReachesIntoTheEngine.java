package dev.seaway.distribution.architecture.broken.connector.bad;

import dev.seaway.distribution.architecture.broken.core.http.Waits;
import io.vertx.core.Future;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
public final class ReachesIntoTheEngine {
  private ReachesIntoTheEngine() {}

  /** Reaches. */
  public static String read() {
    return Waits.now(Future.succeededFuture("x"));
  }
}
