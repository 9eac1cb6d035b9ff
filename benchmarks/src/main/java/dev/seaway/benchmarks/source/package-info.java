/** A service desk site that serves prepared bytes. */
@NullMarked
package dev.seaway.benchmarks.source;

import org.jspecify.annotations.NullMarked;
