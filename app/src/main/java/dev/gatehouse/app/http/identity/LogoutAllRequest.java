package dev.gatehouse.app.http.identity;

import org.jspecify.annotations.Nullable;

/**
 * The optional body of {@code POST /api/auth/logout-all}.
 *
 * @param keepCurrent whether the session that asks stays; false when absent
 */
record LogoutAllRequest(@Nullable Boolean keepCurrent) {}
