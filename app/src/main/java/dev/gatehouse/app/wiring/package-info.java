/**
 * Which object gets which: one factory a module, and the settings they read.
 */
@NullMarked
package dev.gatehouse.app.wiring;

import org.jspecify.annotations.NullMarked;
