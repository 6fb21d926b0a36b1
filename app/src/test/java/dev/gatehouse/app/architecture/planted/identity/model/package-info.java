/** In the place of identity's model. */
@NullMarked
package dev.gatehouse.app.architecture.planted.identity.model;

import org.jspecify.annotations.NullMarked;
