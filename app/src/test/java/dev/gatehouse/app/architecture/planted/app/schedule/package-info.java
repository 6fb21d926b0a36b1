/** In the place of schedule. */
@NullMarked
package dev.gatehouse.app.architecture.planted.app.schedule;

import org.jspecify.annotations.NullMarked;
