/**
 * Users of other systems over HTTP.
 */
@NullMarked
package dev.gatehouse.app.http.imports;

import org.jspecify.annotations.NullMarked;
