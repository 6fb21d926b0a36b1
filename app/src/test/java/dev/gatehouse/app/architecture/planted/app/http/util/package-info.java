/** In no place of http. */
@NullMarked
package dev.gatehouse.app.architecture.planted.app.http.util;

import org.jspecify.annotations.NullMarked;
