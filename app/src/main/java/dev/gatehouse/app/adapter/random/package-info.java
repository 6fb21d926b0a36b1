/** One-time codes from the JDK's secure random numbers. */
@NullMarked
package dev.gatehouse.app.adapter.random;

import org.jspecify.annotations.NullMarked;
