/** Runs programs that would never end, to see that they do. */
@NullMarked
package dev.seaway.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
