/**
 * What identity needs from outside, as interfaces over its model. Each has a contract that every implementation runs.
 */
@NullMarked
package dev.gatehouse.identity.port;

import org.jspecify.annotations.NullMarked;
