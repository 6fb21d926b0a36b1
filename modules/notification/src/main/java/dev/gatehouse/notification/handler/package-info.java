/** What mail and notifications do about events. */
@NullMarked
package dev.gatehouse.notification.handler;

import org.jspecify.annotations.NullMarked;
