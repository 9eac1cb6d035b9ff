/** The journal of a run, by which another process goes on where one was killed. */
@NullMarked
package dev.seaway.service.journal;

import org.jspecify.annotations.NullMarked;
