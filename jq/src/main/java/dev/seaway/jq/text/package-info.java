/** Wording of messages: near misses and shortened values. */
@NullMarked
package dev.seaway.jq.text;

import org.jspecify.annotations.NullMarked;
