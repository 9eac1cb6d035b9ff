/** Search rules and their translation to SQL. */
@NullMarked
package dev.seaway.catalog.search;

import org.jspecify.annotations.NullMarked;
