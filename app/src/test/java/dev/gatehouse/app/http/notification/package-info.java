/**
 * Tests of notifications as server-sent events.
 */
@NullMarked
package dev.gatehouse.app.http.notification;

import org.jspecify.annotations.NullMarked;
