package dev.seaway.distribution.architecture.broken.core.read;

import java.util.ServiceLoader;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class LoadsServices {
  private LoadsServices() {}

  static ServiceLoader<Runnable> all() {
    return ServiceLoader.load(Runnable.class);
  }
}
