/**
 * Ports that wrap ports: caching, projection, bounds. Each passes the contract of the port it wraps.
 */
@NullMarked
package dev.gatehouse.vehicle.decorator;

import org.jspecify.annotations.NullMarked;
