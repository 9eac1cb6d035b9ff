package dev.seaway.distribution.architecture.broken.core.read;

import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class MakesAClassLoader {
  private MakesAClassLoader() {}

  static ClassLoader of(URL... jars) {
    return new URLClassLoader(jars);
  }
}
