/**
 * Events and the unit of work they are written in: a change and the events that tell of it commit together, and the
 * relay hands them to every handler afterwards.
 *
 * <p>Knows no other module. The ports are the API, and beside them stand the relay and the use cases about it.
 */
@NullMarked
package dev.gatehouse.events;

import org.jspecify.annotations.NullMarked;
