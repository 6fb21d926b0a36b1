/**
 * Vehicles and their owners: the second domain, and the worked example of adding one of your own.
 *
 * <p>Knows identity (its root and model), caching and events.
 */
@NullMarked
package dev.gatehouse.vehicle;

import org.jspecify.annotations.NullMarked;
