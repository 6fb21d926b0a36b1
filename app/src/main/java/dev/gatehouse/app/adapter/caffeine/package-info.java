/** Caffeine, for what is cached in this process: copies of a shared cache, or all there is. */
@NullMarked
package dev.gatehouse.app.adapter.caffeine;

import org.jspecify.annotations.NullMarked;
