package dev.seaway.service.events;

import java.time.Instant;

/**
 * An event that could not be applied.
 *
 * @param number its place in the queue
 * @param reason why it was given up
 */
public record DeadLetter(long number, EventQueue.NewEvent event, Instant buried, String reason) {}
