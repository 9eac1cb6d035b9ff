/** Wording of messages: near misses and shortened values. */
@NullMarked
package dev.seaway.mapping.text;

import org.jspecify.annotations.NullMarked;
