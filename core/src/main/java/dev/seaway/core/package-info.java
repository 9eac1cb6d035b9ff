@NullMarked
package dev.seaway.core;

import org.jspecify.annotations.NullMarked;
