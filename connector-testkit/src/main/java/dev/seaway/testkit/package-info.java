@NullMarked
package dev.seaway.testkit;

import org.jspecify.annotations.NullMarked;
