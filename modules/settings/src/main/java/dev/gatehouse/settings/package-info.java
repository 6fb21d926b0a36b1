/**
 * Settings that operators give to clients without a deploy: switches, addresses, the least version of an app.
 *
 * <p>Knows identity (its root and model) and events.
 */
@NullMarked
package dev.gatehouse.settings;

import org.jspecify.annotations.NullMarked;
