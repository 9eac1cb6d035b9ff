/** The lower bound: the same bytes over the wire, and nothing else. */
@NullMarked
package dev.seaway.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
