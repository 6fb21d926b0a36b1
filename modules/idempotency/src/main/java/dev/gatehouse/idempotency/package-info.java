/**
 * Requests that a client may send again without their being done again: it names them, and the same name is the same
 * answer.
 *
 * <p>Knows identity (its model) and events.
 */
@NullMarked
package dev.gatehouse.idempotency;

import org.jspecify.annotations.NullMarked;
