/**
 * What is told to the catalog beside the sync: metrics and logs. Best effort, off the sync's path.
 */
@NullMarked
package dev.seaway.service.telemetry;

import org.jspecify.annotations.NullMarked;
