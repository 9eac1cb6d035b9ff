/** Decides what is deleted, and why the rest is kept. */
@NullMarked
package dev.seaway.core.reconcile;

import org.jspecify.annotations.NullMarked;
