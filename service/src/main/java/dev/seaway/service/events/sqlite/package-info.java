/** The queue of live events of one process, as tables of a SQLite file. */
@NullMarked
package dev.seaway.service.events.sqlite;

import org.jspecify.annotations.NullMarked;
