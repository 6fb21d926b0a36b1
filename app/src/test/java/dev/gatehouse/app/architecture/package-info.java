/**
 * The rules of the house, one file a theme, each with violators in {@code planted} that it must catch.
 */
@NullMarked
package dev.gatehouse.app.architecture;

import org.jspecify.annotations.NullMarked;
