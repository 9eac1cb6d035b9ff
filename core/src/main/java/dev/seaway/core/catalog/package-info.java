/** Speaks the catalog's API. */
@NullMarked
package dev.seaway.core.catalog;

import org.jspecify.annotations.NullMarked;
