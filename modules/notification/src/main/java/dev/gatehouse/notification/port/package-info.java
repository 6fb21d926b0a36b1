/** What notification needs from outside. */
@NullMarked
package dev.gatehouse.notification.port;

import org.jspecify.annotations.NullMarked;
