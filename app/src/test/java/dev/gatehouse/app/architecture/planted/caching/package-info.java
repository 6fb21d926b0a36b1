/** In the place of caching. */
@NullMarked
package dev.gatehouse.app.architecture.planted.caching;

import org.jspecify.annotations.NullMarked;
