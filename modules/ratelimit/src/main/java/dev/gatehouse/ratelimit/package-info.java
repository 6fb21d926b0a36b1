/**
 * Rate limits: several of them decided in one call, all or none. The port is the API, and beside it stand what a limit
 * is, a limiter in memory, and what is put around one that may be away.
 *
 * <p>Knows no other module.
 */
@NullMarked
package dev.gatehouse.ratelimit;

import org.jspecify.annotations.NullMarked;
