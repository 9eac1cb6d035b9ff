package dev.seaway.distribution.architecture.broken.core.config;

import dev.seaway.distribution.architecture.broken.core.http.Waits;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class KnowsHttp {
  private KnowsHttp() {}

  static Class<?> other() {
    return Waits.class;
  }
}
