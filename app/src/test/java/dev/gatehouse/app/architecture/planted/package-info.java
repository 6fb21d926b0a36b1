/**
 * Violators, each in a package named after the place in the house where it would break its rule.
 */
@NullMarked
package dev.gatehouse.app.architecture.planted;

import org.jspecify.annotations.NullMarked;
