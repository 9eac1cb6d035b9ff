/** One run: read, map, write, reconcile, report. */
@NullMarked
package dev.seaway.core.resync;

import org.jspecify.annotations.NullMarked;
