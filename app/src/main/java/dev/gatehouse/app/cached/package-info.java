/**
 * Annotations that cache what a bean's method returns, and what they are made of.
 *
 * <p>Others name the annotations; wiring also names {@link CacheMaker}.
 */
@NullMarked
package dev.gatehouse.app.cached;

import org.jspecify.annotations.NullMarked;
