/** In no place of the house. */
@NullMarked
package dev.gatehouse.app.architecture.planted.common;

import org.jspecify.annotations.NullMarked;
