@NullMarked
package dev.seaway.catalog;

import org.jspecify.annotations.NullMarked;
