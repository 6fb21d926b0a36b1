/**
 * What identity does about events.
 */
@NullMarked
package dev.gatehouse.identity.handler;

import org.jspecify.annotations.NullMarked;
