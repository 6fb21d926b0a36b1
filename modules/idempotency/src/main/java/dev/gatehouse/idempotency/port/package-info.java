/**
 * What keeps answers.
 */
@NullMarked
package dev.gatehouse.idempotency.port;

import org.jspecify.annotations.NullMarked;
