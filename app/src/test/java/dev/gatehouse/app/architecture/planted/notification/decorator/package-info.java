/** In the place of notification's decorators. */
@NullMarked
package dev.gatehouse.app.architecture.planted.notification.decorator;

import org.jspecify.annotations.NullMarked;
