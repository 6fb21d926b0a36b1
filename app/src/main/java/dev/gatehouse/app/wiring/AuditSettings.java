package dev.gatehouse.app.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * What operators may set of the audit log, as {@code gatehouse.audit.*} in application.yml names it.
 *
 * @param retention of an entry
 */
@ConfigurationProperties("gatehouse.audit")
record AuditSettings(Duration retention) {

    /** Nobody may delete a younger one. */
    static final Duration SHORTEST = Duration.ofDays(1);
}
