/**
 * Tests of what every request and every refusal passes.
 */
@NullMarked
package dev.gatehouse.app.http.filter;

import org.jspecify.annotations.NullMarked;
