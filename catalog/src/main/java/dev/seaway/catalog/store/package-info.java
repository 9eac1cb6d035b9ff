/** The tables of the catalog. */
@NullMarked
package dev.seaway.catalog.store;

import org.jspecify.annotations.NullMarked;
