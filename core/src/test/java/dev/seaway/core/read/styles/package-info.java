/** How public APIs and frameworks answer lists, as data, and what reading them proves. */
@NullMarked
package dev.seaway.core.read.styles;

import org.jspecify.annotations.NullMarked;
