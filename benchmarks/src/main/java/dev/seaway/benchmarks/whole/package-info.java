/** Runs whole processes against the fakes and measures them. */
@NullMarked
package dev.seaway.benchmarks.whole;

import org.jspecify.annotations.NullMarked;
