package dev.gatehouse.app.http.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has a second factor.
 *
 * @param since null where it is off
 */
record MfaBody(boolean enabled, @Nullable Instant since, int recoveryCodesLeft) {}
