/** Measures single steps of the path of a record. */
@NullMarked
package dev.seaway.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
