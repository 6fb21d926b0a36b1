/**
 * Events and the unit of work they are written in: a change and the events that tell of it commit together.
 *
 * <p>Knows no other module. The ports are the API.
 */
@NullMarked
package dev.gatehouse.events;

import org.jspecify.annotations.NullMarked;
