/**
 * Reads the environment, {@code .env}, {@code config.yaml} and mapping files, and binds them to
 * records. Nothing else in the engine reads the environment or files.
 */
@NullMarked
package dev.seaway.core.config;

import org.jspecify.annotations.NullMarked;
