package dev.seaway.distribution.architecture.broken.core.read;

import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class ReadsTheEnvironment {
  private ReadsTheEnvironment() {}

  static Map<String, String> all() {
    return System.getenv();
  }
}
