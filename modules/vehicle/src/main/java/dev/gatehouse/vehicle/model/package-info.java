/**
 * What a vehicle is, and whose. Values that exist are valid.
 */
@NullMarked
package dev.gatehouse.vehicle.model;

import org.jspecify.annotations.NullMarked;
