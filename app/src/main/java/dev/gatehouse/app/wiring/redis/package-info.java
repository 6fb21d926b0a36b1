/**
 * Wires caches in Redis, which all instances share.
 */
@Configuration
@Requires(property = CachingSettings.CHOICE, value = CachingSettings.REDIS)
@NullMarked
package dev.gatehouse.app.wiring.redis;

import dev.gatehouse.app.wiring.CachingSettings;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
