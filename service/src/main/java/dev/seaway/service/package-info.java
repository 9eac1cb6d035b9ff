/** Wires the engine by hand. */
@NullMarked
package dev.seaway.service;

import org.jspecify.annotations.NullMarked;
