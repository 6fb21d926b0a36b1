/**
 * Rate limits of requests: who is asked for what, what an answer says of it, and what administrators see.
 */
@NullMarked
package dev.gatehouse.app.http.ratelimit;

import org.jspecify.annotations.NullMarked;
