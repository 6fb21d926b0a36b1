package dev.gatehouse.app.architecture.planted.app.http.identity;

import dev.gatehouse.identity.port.SessionStore;

/** Breaks rule 6: a controller calls use cases, not ports. */
public record HoldsAPort(SessionStore sessions) {}
