package dev.seaway.distribution.architecture.broken.core.read;

import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
interface AbstractReader {}
