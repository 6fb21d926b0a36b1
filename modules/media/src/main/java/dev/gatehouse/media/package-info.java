/**
 * Avatars: pre-signed upload, verification by content, delivery.
 *
 * <p>Knows identity (its root and model), caching and events. Holds no code yet.
 */
@NullMarked
package dev.gatehouse.media;

import org.jspecify.annotations.NullMarked;
