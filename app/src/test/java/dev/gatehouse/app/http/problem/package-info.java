/**
 * Tests of what every request and every refusal passes.
 */
@NullMarked
package dev.gatehouse.app.http.problem;

import org.jspecify.annotations.NullMarked;
