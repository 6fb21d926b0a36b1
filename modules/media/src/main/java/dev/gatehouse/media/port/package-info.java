/**
 * What media needs from outside: a store for objects, one for uploads, and somebody who can paint.
 */
@NullMarked
package dev.gatehouse.media.port;

import org.jspecify.annotations.NullMarked;
