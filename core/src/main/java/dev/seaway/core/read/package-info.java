/** Reads the lists of the tool, page by page, to a proven end. */
@NullMarked
package dev.seaway.core.read;

import org.jspecify.annotations.NullMarked;
