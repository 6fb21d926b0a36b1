/**
 * What settings need from outside.
 */
@NullMarked
package dev.gatehouse.settings.port;

import org.jspecify.annotations.NullMarked;
