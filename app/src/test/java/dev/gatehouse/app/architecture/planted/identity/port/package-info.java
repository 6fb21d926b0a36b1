/** In the place of identity's ports. */
@NullMarked
package dev.gatehouse.app.architecture.planted.identity.port;

import org.jspecify.annotations.NullMarked;
