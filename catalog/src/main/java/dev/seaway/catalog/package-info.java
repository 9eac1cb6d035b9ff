/**
 * Seaway's embedded software catalog: a durable store behind the part of Port's REST API that a
 * sync uses.
 */
@NullMarked
package dev.seaway.catalog;

import org.jspecify.annotations.NullMarked;
