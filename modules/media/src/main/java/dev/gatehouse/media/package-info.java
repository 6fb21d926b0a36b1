/**
 * Avatars: pre-signed upload, verification by content, delivery.
 *
 * <p>Knows identity (its root and model) and events.
 */
@NullMarked
package dev.gatehouse.media;

import org.jspecify.annotations.NullMarked;
