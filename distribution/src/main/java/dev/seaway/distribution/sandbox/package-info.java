/** A stand-in for a Jira Service Management site, for the demonstration and for tests. */
@NullMarked
package dev.seaway.distribution.sandbox;

import org.jspecify.annotations.NullMarked;
