/** Faulty and recording servers that the end-to-end tests run against. */
@NullMarked
package dev.seaway.distribution.fake;

import org.jspecify.annotations.NullMarked;
