/**
 * The use cases of identity, one final class each: what the rest of the house may ask of accounts, sessions and tokens.
 *
 * <p>Knows {@code port} and {@code model} below it, and the modules caching, ratelimit and events.
 */
@NullMarked
package dev.gatehouse.identity;

import org.jspecify.annotations.NullMarked;
