/** Avatars by the image readers and writers of the JDK. */
@NullMarked
package dev.gatehouse.app.adapter.imageio;

import org.jspecify.annotations.NullMarked;
