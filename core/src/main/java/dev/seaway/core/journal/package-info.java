/** The journal of a run, by which another process goes on where one was killed. */
@NullMarked
package dev.seaway.core.journal;

import org.jspecify.annotations.NullMarked;
