@NullMarked
package dev.seaway.connector.jsm;

import org.jspecify.annotations.NullMarked;
