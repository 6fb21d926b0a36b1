/**
 * What clients see and do of vehicles.
 */
@NullMarked
package dev.gatehouse.app.http.vehicle;

import org.jspecify.annotations.NullMarked;
