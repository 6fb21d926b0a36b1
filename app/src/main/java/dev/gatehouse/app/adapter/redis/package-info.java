/**
 * Redis, as the fast path of sessions and caches: one connection, a few scripts, and the adapters that call them.
 *
 * <p>Redis holds nothing that cannot be lost. A call waits for at most a fraction of a second, and every failure becomes
 * the port's own exception here.
 */
@NullMarked
package dev.gatehouse.app.adapter.redis;

import org.jspecify.annotations.NullMarked;
