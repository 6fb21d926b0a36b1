/**
 * Wires caches in this process alone, for an installation of one instance.
 */
@Configuration
@Requires(property = CachingSettings.CHOICE, value = CachingSettings.LOCAL)
@NullMarked
package dev.gatehouse.app.wiring.local;

import dev.gatehouse.app.wiring.CachingSettings;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
