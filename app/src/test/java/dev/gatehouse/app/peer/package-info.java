/** Servers from elsewhere that tests talk to. */
@NullMarked
package dev.gatehouse.app.peer;

import org.jspecify.annotations.NullMarked;
