/** In the place of identity's decorators. */
@NullMarked
package dev.gatehouse.app.architecture.planted.identity.handler;

import org.jspecify.annotations.NullMarked;
