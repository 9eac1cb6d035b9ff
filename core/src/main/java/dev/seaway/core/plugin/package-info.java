/** Finds connectors on the class path and in plug-in folders, each in a class loader of its own. */
@NullMarked
package dev.seaway.core.plugin;

import org.jspecify.annotations.NullMarked;
