/**
 * How lists are asked for: in pages.
 */
@NullMarked
package dev.gatehouse.app.http.page;

import org.jspecify.annotations.NullMarked;
