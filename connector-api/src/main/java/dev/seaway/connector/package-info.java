/**
 * The contract between a connector, which only declares, and the engine, which does all input and
 * output.
 */
@NullMarked
package dev.seaway.connector;

import org.jspecify.annotations.NullMarked;
