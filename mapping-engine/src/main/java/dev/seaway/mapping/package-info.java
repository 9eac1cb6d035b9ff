@NullMarked
package dev.seaway.mapping;

import org.jspecify.annotations.NullMarked;
