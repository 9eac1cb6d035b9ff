package dev.seaway.distribution.architecture.broken.two;

import dev.seaway.distribution.architecture.broken.one.KnowsTwo;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
public interface KnowsOne {
  /** The other. */
  KnowsTwo other();
}
