/**
 * Tests of what the controllers of identity are made of.
 */
@NullMarked
package dev.gatehouse.app.http.identity;

import org.jspecify.annotations.NullMarked;
