/** A plain HTTP/1.1 server that costs as little as a server can. */
@NullMarked
package dev.seaway.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
