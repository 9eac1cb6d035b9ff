/** The library jackson-jq behind the seam of Seaway's own jq. */
@NullMarked
package dev.seaway.mapping.jackson;

import org.jspecify.annotations.NullMarked;
