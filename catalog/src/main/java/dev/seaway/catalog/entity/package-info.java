/** Entities: how they are checked, written, found and deleted. */
@NullMarked
package dev.seaway.catalog.entity;

import org.jspecify.annotations.NullMarked;
