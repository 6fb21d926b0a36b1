/** In the place of Redis's adapters. */
@NullMarked
package dev.gatehouse.app.architecture.planted.app.adapter.redis;

import org.jspecify.annotations.NullMarked;
