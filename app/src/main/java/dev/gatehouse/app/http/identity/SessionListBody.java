package dev.gatehouse.app.http.identity;

import java.util.List;

/** Where a user is signed in: all of it, because that is bounded. */
record SessionListBody(List<SessionBody> items) {}
