/** Password hashes, made with Bouncy Castle's Argon2id (RFC 9106). */
@NullMarked
package dev.gatehouse.app.adapter.argon2;

import org.jspecify.annotations.NullMarked;
