/**
 * Requests that clients name, so that they may send them again.
 */
@NullMarked
package dev.gatehouse.app.http.idempotency;

import org.jspecify.annotations.NullMarked;
