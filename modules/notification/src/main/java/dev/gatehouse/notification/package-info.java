/**
 * Mail, SMS and user notifications: templates, delivery, and who is told what.
 *
 * <p>Knows identity (its root and model), caching and events.
 */
@NullMarked
package dev.gatehouse.notification;

import org.jspecify.annotations.NullMarked;
