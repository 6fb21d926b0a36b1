package dev.gatehouse.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact in the audit log.
 *
 * @param id a UUIDv7; of two entries of one time, the later one has the greater
 */
public record AuditEntry(UUID id, Instant at, Fact fact, Origin origin) {}
