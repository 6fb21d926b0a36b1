/** In the place of consumer. */
@NullMarked
package dev.gatehouse.app.architecture.planted.app.consumer;

import org.jspecify.annotations.NullMarked;
