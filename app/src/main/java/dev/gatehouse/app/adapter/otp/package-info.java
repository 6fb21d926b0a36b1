/** The codes of authenticator apps, by java-otp. */
@NullMarked
package dev.gatehouse.app.adapter.otp;

import org.jspecify.annotations.NullMarked;
