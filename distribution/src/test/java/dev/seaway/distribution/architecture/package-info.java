/** The rules of the house, held by ArchUnit. */
@NullMarked
package dev.seaway.distribution.architecture;

import org.jspecify.annotations.NullMarked;
