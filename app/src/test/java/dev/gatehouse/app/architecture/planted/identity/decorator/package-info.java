/** In the place of identity's decorators. */
@NullMarked
package dev.gatehouse.app.architecture.planted.identity.decorator;

import org.jspecify.annotations.NullMarked;
