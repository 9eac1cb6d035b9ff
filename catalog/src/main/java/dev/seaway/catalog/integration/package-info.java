/** Integrations: who writes into the catalog, with which mapping. */
@NullMarked
package dev.seaway.catalog.integration;

import org.jspecify.annotations.NullMarked;
