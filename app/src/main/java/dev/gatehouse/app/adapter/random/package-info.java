/** Secrets that are made by chance, with java.security's SecureRandom. */
@NullMarked
package dev.gatehouse.app.adapter.random;

import org.jspecify.annotations.NullMarked;
