/**
 * Images, uploads and the keys of objects, and what can be said of them without a picture being decoded.
 */
@NullMarked
package dev.gatehouse.media.model;

import org.jspecify.annotations.NullMarked;
