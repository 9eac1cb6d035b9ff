/** The regular expressions of all modules: what they cost at worst. */
@NullMarked
package dev.seaway.distribution.patterns;

import org.jspecify.annotations.NullMarked;
