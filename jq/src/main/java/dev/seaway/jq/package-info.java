/** jq: the only place that knows the library which runs it. */
@NullMarked
package dev.seaway.jq;

import org.jspecify.annotations.NullMarked;
