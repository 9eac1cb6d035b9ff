/** Live events: received, kept, and applied in the order of what they are about. */
@NullMarked
package dev.seaway.service.events;

import org.jspecify.annotations.NullMarked;
