/**
 * Why a user cannot log in, and what helps.
 */
@NullMarked
package dev.gatehouse.app.http.access;

import org.jspecify.annotations.NullMarked;
