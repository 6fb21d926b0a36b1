/** In the place of http.events. */
@NullMarked
package dev.gatehouse.app.architecture.planted.app.http.events;

import org.jspecify.annotations.NullMarked;
