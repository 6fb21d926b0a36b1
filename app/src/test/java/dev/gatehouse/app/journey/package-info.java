/**
 * The whole application over HTTP, on real Postgres and Redis.
 */
@NullMarked
package dev.gatehouse.app.journey;

import org.jspecify.annotations.NullMarked;
