/** Live events: received, kept, and applied in the order of what they are about. */
@NullMarked
package dev.seaway.core.events;

import org.jspecify.annotations.NullMarked;
