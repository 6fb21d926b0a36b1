/** In the place of cached. */
@NullMarked
package dev.gatehouse.app.architecture.planted.app.cached;

import org.jspecify.annotations.NullMarked;
