/** Templates of mail and SMS, in Pebble. */
@NullMarked
package dev.gatehouse.app.adapter.pebble;

import org.jspecify.annotations.NullMarked;
