package dev.seaway.distribution.architecture.broken.core.http;

import dev.seaway.distribution.architecture.broken.core.resync.Resync;
import org.jspecify.annotations.NullMarked;

/** Breaks a rule on purpose. */
@NullMarked
interface KnowsResync extends Resync {}
