/** The command line. */
@NullMarked
package dev.seaway.distribution;

import org.jspecify.annotations.NullMarked;
