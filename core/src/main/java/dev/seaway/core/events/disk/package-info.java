/** The queue of live events in one file of the data directory. */
@NullMarked
package dev.seaway.core.events.disk;

import org.jspecify.annotations.NullMarked;
