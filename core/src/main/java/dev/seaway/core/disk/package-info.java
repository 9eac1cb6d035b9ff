/** What tells one start of the machine, and one folder of data, from another. */
@NullMarked
package dev.seaway.core.disk;

import org.jspecify.annotations.NullMarked;
