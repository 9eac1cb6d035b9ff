/** Kafka: word of changes from the catalog, and a queue of live events for several processes. */
@NullMarked
package dev.seaway.kafka;

import org.jspecify.annotations.NullMarked;
