/**
 * Turns raw records into catalog entities: reads a mapping document, then applies it to records.
 * Pure: no input or output, no threads, no logging.
 */
@NullMarked
package dev.seaway.mapping;

import org.jspecify.annotations.NullMarked;
