/** What must be hard to guess, from the JDK's secure random numbers. */
@NullMarked
package dev.gatehouse.app.adapter.random;

import org.jspecify.annotations.NullMarked;
