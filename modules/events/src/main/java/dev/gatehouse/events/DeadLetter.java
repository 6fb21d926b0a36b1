package dev.gatehouse.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a handler could not, or would not, deal with.
 *
 * @param attempts how often it failed; 0 when it was refused at once
 * @param reason why it died: no secret, no personal data
 */
public record DeadLetter(UUID id, String handler, Event event, int attempts, String reason, Instant deadAt) {}
