/** What a connector's author tests with: the contract that every connector passes. */
@NullMarked
package dev.seaway.testkit;

import org.jspecify.annotations.NullMarked;
