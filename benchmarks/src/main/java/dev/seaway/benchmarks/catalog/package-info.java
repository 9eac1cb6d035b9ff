/** Port's calls of a sync, answered from memory. */
@NullMarked
package dev.seaway.benchmarks.catalog;

import org.jspecify.annotations.NullMarked;
