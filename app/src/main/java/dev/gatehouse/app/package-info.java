/**
 * The edge of the house: HTTP comes in, technology goes out, and wiring joins the two to the modules.
 */
@NullMarked
package dev.gatehouse.app;

import org.jspecify.annotations.NullMarked;
