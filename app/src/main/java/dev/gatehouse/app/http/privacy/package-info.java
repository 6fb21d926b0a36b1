/**
 * What is held of people over HTTP: to be had, and to be erased.
 */
@NullMarked
package dev.gatehouse.app.http.privacy;

import org.jspecify.annotations.NullMarked;
