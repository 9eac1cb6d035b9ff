package dev.seaway.distribution.architecture.broken.core.read;

import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
final class HidesAPattern {

  private HidesAPattern() {}

  static String cut(String text) {
    return text.replaceAll("(a+)+b", "");
  }
}
