/**
 * Timers that call use cases.
 */
@NullMarked
package dev.gatehouse.app.schedule;

import org.jspecify.annotations.NullMarked;
