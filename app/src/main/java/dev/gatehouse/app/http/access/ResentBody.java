package dev.gatehouse.app.http.access;

import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to have a mail sent again.
 *
 * @param reason why none is on its way; null for one that is
 */
record ResentBody(boolean sent, @Nullable String reason) {}
