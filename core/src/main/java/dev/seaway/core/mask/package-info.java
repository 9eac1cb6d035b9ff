/** What must not be shown: the words and forms by which it is known, in one place. */
@NullMarked
package dev.seaway.core.mask;

import org.jspecify.annotations.NullMarked;
