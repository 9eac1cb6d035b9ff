package dev.seaway.distribution.architecture.broken.core.resync;

import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
public interface Resync {}
