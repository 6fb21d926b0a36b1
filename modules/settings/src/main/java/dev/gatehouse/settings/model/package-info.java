/**
 * What settings are, as values that are valid once they exist.
 */
@NullMarked
package dev.gatehouse.settings.model;

import org.jspecify.annotations.NullMarked;
