/** Wires the engine by hand. */
@NullMarked
package dev.seaway.core.app;

import org.jspecify.annotations.NullMarked;
