package dev.seaway.distribution.architecture.broken.store;

import dev.seaway.distribution.architecture.broken.core.http.Waits;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
public record KnowsTheEngine(Class<Waits> keeper) {}
