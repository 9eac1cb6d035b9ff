/** The SQLite file: its lock, its schema, one writer and a few readers. */
@NullMarked
package dev.seaway.catalog.store;

import org.jspecify.annotations.NullMarked;
