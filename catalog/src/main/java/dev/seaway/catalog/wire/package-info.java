/** What travels: JSON, times and refusals. */
@NullMarked
package dev.seaway.catalog.wire;

import org.jspecify.annotations.NullMarked;
