package dev.seaway.distribution.architecture.broken.service.operations;

import dev.seaway.distribution.architecture.broken.service.listen.Listens;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class KnowsListen {
  private KnowsListen() {}

  static Class<?> other() {
    return Listens.class;
  }
}
