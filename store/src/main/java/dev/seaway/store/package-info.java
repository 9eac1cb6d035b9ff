/**
 * One way to keep things: a SQLite file with its lock, its schema, one writer and a few readers.
 */
@NullMarked
package dev.seaway.store;

import org.jspecify.annotations.NullMarked;
