/** Password hashes of other systems, checked with Bouncy Castle and the JDK. */
@NullMarked
package dev.gatehouse.app.adapter.bouncycastle;

import org.jspecify.annotations.NullMarked;
