/** What outlives the process: files of entries, each with its checksum. */
@NullMarked
package dev.seaway.core.disk;

import org.jspecify.annotations.NullMarked;
