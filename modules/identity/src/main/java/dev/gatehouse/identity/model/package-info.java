/**
 * The words of identity: value objects that are valid once they exist, and the pure rules over them.
 *
 * <p>Knows itself and the JDK, nothing else.
 */
@NullMarked
package dev.gatehouse.identity.model;

import org.jspecify.annotations.NullMarked;
