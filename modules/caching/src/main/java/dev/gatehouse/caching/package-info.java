/**
 * Caching of versioned values: an older version never overwrites a newer one, and a deleted one never comes back.
 *
 * <p>Knows no other module. The port is the API.
 */
@NullMarked
package dev.gatehouse.caching;

import org.jspecify.annotations.NullMarked;
