/** In the place of http.identity. */
@NullMarked
package dev.gatehouse.app.architecture.planted.app.http.identity;

import org.jspecify.annotations.NullMarked;
