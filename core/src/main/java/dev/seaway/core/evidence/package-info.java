/**
 * Whether a list was read to its end: what its answers brought goes in, a verdict with its reason
 * comes out. Pure; every engine proves ends by it.
 */
@NullMarked
package dev.seaway.core.evidence;

import org.jspecify.annotations.NullMarked;
