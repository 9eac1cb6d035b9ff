package dev.seaway.distribution.architecture.broken.core.read;

import dev.seaway.distribution.architecture.broken.store.KnowsTheEngine;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
record SpeaksSql(KnowsTheEngine store) {}
