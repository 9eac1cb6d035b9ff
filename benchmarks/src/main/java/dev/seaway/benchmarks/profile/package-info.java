/** Shows where a run spends its time. */
@NullMarked
package dev.seaway.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
