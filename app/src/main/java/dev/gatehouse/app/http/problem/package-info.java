/**
 * What a client is told when something is not as it should be (RFC 9457).
 */
@NullMarked
package dev.gatehouse.app.http.problem;

import org.jspecify.annotations.NullMarked;
