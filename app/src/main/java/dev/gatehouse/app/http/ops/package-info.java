/**
 * What describes the API itself.
 */
@NullMarked
package dev.gatehouse.app.http.ops;

import org.jspecify.annotations.NullMarked;
