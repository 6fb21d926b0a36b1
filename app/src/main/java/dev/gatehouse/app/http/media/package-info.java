/** Avatars over HTTP: how the bytes get in. */
@NullMarked
package dev.gatehouse.app.http.media;

import org.jspecify.annotations.NullMarked;
