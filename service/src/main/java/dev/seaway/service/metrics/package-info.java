/** What is counted, in the form that Prometheus reads. */
@NullMarked
package dev.seaway.service.metrics;

import org.jspecify.annotations.NullMarked;
