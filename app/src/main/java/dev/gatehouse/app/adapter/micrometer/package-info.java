/** Micrometer, for what is counted and timed. */
@NullMarked
package dev.gatehouse.app.adapter.micrometer;

import org.jspecify.annotations.NullMarked;
