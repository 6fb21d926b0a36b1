/** In the place of identity. */
@NullMarked
package dev.gatehouse.app.architecture.planted.identity;

import org.jspecify.annotations.NullMarked;
