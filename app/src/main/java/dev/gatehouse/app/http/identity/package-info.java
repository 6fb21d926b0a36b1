/**
 * Accounts, sessions and tokens over HTTP: requests become commands, results become answers; nothing is decided here.
 */
@NullMarked
package dev.gatehouse.app.http.identity;

import org.jspecify.annotations.NullMarked;
