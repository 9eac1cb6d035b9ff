/** What is written for people and log collectors while the program runs. */
@NullMarked
package dev.seaway.distribution.logging;

import org.jspecify.annotations.NullMarked;
