/**
 * What the application does for somebody at a terminal, and then ends.
 */
@NullMarked
package dev.gatehouse.app.command;

import org.jspecify.annotations.NullMarked;
