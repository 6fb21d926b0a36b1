/**
 * Rate limiting: policies, windows, verdicts, tiers, bypass and block list. The port is the API.
 *
 * <p>Knows no other module. Holds no code yet: the limiter arrives with its contract.
 */
@NullMarked
package dev.gatehouse.ratelimit;

import org.jspecify.annotations.NullMarked;
