/**
 * Ports behind which fewer things happen at once.
 */
@NullMarked
package dev.gatehouse.media.decorator;

import org.jspecify.annotations.NullMarked;
