/**
 * What vehicle needs from outside: a store.
 */
@NullMarked
package dev.gatehouse.vehicle.port;

import org.jspecify.annotations.NullMarked;
