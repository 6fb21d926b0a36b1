/**
 * What media does about events.
 */
@NullMarked
package dev.gatehouse.media.handler;

import org.jspecify.annotations.NullMarked;
