/** In the place of http.problem. */
@NullMarked
package dev.gatehouse.app.architecture.planted.app.http.problem;

import org.jspecify.annotations.NullMarked;
