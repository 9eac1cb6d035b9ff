/** Type {@code custom}: any REST API. */
@NullMarked
package dev.seaway.connector.custom;

import org.jspecify.annotations.NullMarked;
