/**
 * What vehicle does about events.
 */
@NullMarked
package dev.gatehouse.vehicle.handler;

import org.jspecify.annotations.NullMarked;
