/** Reads the lists of the tool, page by page, and tells what proves their end. */
@NullMarked
package dev.seaway.core.read;

import org.jspecify.annotations.NullMarked;
