/**
 * Named requests and their answers, as values that are valid once they exist.
 */
@NullMarked
package dev.gatehouse.idempotency.model;

import org.jspecify.annotations.NullMarked;
