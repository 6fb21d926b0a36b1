package dev.gatehouse.app.architecture.planted.notification.decorator;

import dev.gatehouse.identity.port.SessionStore;

/** Breaks rule 2: another module's ports are its own affair. */
public record ReachesForAPort(SessionStore sessions) {}
