/** Blueprints: the shape that entities must have. */
@NullMarked
package dev.seaway.catalog.blueprint;

import org.jspecify.annotations.NullMarked;
