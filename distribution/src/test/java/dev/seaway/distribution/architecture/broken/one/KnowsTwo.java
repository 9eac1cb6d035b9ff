package dev.seaway.distribution.architecture.broken.one;

import dev.seaway.distribution.architecture.broken.two.KnowsOne;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
public interface KnowsTwo {
  /** The other. */
  KnowsOne other();
}
