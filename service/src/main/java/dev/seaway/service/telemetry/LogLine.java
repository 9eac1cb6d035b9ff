package dev.seaway.service.telemetry;

import java.time.Instant;

/**
 * A line of the log, without its secrets.
 *
 * @param level {@code INFO}, {@code WARNING} or {@code ERROR}
 */
public record LogLine(Instant time, String level, String logger, String message) {}
