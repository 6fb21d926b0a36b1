/** In the place of wiring. */
@NullMarked
package dev.gatehouse.app.architecture.planted.app.wiring;

import org.jspecify.annotations.NullMarked;
