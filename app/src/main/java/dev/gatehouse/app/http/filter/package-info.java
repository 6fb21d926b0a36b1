/**
 * What every request passes on its way in and every answer on its way out.
 */
@NullMarked
package dev.gatehouse.app.http.filter;

import org.jspecify.annotations.NullMarked;
